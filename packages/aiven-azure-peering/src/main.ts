#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./cli/run";

const { version } = JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8")) as { version: string };

void run(process.argv.slice(2), { env: process.env, version, stdout: process.stdout, stderr: process.stderr }).then(
  (code) => (process.exitCode = code),
);
