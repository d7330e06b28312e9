import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where `export * as name from "./module"` is compiled to `exports.name = require("./module")`. */
const FILES = ["index.js", "provider-aiven/index.js"];

const EAGER = /^exports\.(\w+) = require\("([^"]+)"\);$/gm;

/**
 * Lets the namespaces of the bindings be loaded by whoever names them: PostgreSQL's alone is as much code as everything else.
 * A property that is asked for is the same module each time, because Node.js keeps what it has loaded.
 */
export function loadLazily(build: string): void {
  for (const name of FILES) {
    const file = join(build, name);
    const eager = readFileSync(file, "utf8");
    const lazy = eager.replace(
      EAGER,
      'Object.defineProperty(exports, "$1", { enumerable: true, configurable: true, get: () => require("$2") });',
    );
    // Built anew, a file that is up to date is not written, and is lazy already.
    if (lazy === eager && !eager.includes("get: () => require(")) {
      throw new Error(`${file} has no "exports.name = require(…)"; look at how the compiler writes "export * as" now`);
    }
    writeFileSync(file, lazy);
  }
}

if (require.main === module) loadLazily(resolve(__dirname, "../build"));
