const { availableParallelism } = require("node:os");

// Terraform lives for a second each time: collecting its garbage would be a quarter of its work.
process.env.GOGC ??= "off";
process.env.GOMAXPROCS ??= "1";

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
  setupFiles: ["<rootDir>/__tests__/support/setup.ts"],
  testSequencer: "<rootDir>/__tests__/support/slowest-first.js",
  // a test of a deployment waits for Terraform half of its time
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testTimeout: 120_000,
};
