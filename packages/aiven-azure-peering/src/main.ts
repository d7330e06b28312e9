import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./cli/run";
import type { Example } from "./init/example";

const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(__dirname, ...path), "utf8")) as T;
const { version } = read<{ readonly version: string }>("..", "package.json");
/** The build writes them. */
const examples = (): readonly Example[] => read("examples.json");

// Who reads no further, such as head, has all that was wanted.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

const { env, stdout, stderr } = process;
void run(process.argv.slice(2), { env, version, examples, stdout, stderr }).then((code) => {
  process.exitCode = code;
  // what was given up may not have ended, such as a process of the Azure CLI
  setTimeout(() => process.exit(), 2_000).unref();
});
