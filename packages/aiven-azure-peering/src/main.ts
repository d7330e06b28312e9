#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./cli/run";

const { version } = JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8")) as { version: string };

// Who reads no further, such as head, has all that was wanted.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

void run(process.argv.slice(2), { env: process.env, version, stdout: process.stdout, stderr: process.stderr }).then(
  (code) => (process.exitCode = code),
);
