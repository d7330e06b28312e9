const { availableParallelism } = require("node:os");

// Terraform lives for a second each time: collecting its garbage, and sharing its work out, would be a third of what it does.
process.env.GOGC ??= "off";
process.env.GOMAXPROCS ??= "1";

/** What runs Terraform, or needs a service of this machine, lies in these folders; everything else is a unit test. */
const DEPLOYMENTS = ["**/__tests__/deploy/**/*.test.ts", "**/simulated-clouds/__tests__/**/*.test.ts"];
/** The clouds by themselves, which need neither. */
const CLOUDS = "**/simulated-clouds/__tests__/clouds/**/*.test.ts";

const common = {
  testEnvironment: "node",
  roots: ["", "packages/simulated-clouds/", "packages/aiven-azure-peering/"].map(
    (folder) => `<rootDir>/${folder}__tests__`,
  ),
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  moduleNameMapper: {
    "^cdktf-aiven-azure-peering$": "<rootDir>/lib/index.ts",
    "^simulated-clouds$": "<rootDir>/packages/simulated-clouds/src/index.ts",
  },
};
const setUp = (...names) => names.map((name) => `<rootDir>/__tests__/support/${name}.ts`);

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["**/*.test.ts", ...DEPLOYMENTS.map((pattern) => `!${pattern}`), CLOUDS],
      setupFiles: setUp("short-traces", "no-terraform"),
      setupFilesAfterEnv: setUp("clean-up"),
    },
    {
      ...common,
      displayName: "deploy",
      testMatch: [...DEPLOYMENTS, `!${CLOUDS}`],
      setupFiles: setUp("short-traces"),
      setupFilesAfterEnv: setUp("clean-up", "needs-terraform"),
    },
  ],
  testSequencer: "<rootDir>/__tests__/support/slowest-first.js",
  // a test of a deployment waits for Terraform half of its time
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testTimeout: 120_000,
};
