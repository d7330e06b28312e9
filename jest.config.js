/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/__tests__"],
  testMatch: ["**/*.test.ts"],
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  moduleNameMapper: {
    "^cdktf-aiven-azure-peering$": "<rootDir>/lib/index.ts",
    "^cdktf-aiven-azure-peering/provider-aiven/(.*)$": "<rootDir>/lib/provider-aiven/$1/index.ts",
  },
  testTimeout: 120_000,
};
