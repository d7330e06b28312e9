const { spawnSync } = require("node:child_process");
const { availableParallelism } = require("node:os");

// Terraform lives for a second each time: collecting its garbage, and sharing its work out, would be a third of what it does.
process.env.GOGC ??= "off";
process.env.GOMAXPROCS ??= "1";

/** Tests in which a machine runs the probe's script. In continuous integration they fail for want of python3. */
const IN_PYTHON = ["/probe-script\\.test", "/machines/python\\.test", "/deploy/postgresql.*\\.test"];
const withoutPython = !process.env.CI && spawnSync("python3", ["--version"]).status !== 0;
if (withoutPython) console.warn(`SKIPPED: no python3 here, so no machine can run a script: ${IN_PYTHON.join(", ")}`);

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/__tests__"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", ...(withoutPython ? IN_PYTHON : [])],
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
