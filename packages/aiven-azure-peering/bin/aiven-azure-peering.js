#!/usr/bin/env node
// npm links a program that exists when it installs, which in a clone is before the build.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const main = join(__dirname, "../build/main.js");
if (existsSync(main)) require(main);
else {
  console.error("aiven-azure-peering: it is not built yet, run npm run build at the root of the clone");
  process.exitCode = 2;
}
