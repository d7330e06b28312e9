/**
 * Writes an example as an app of its own: `npm run example -- minimal ../my-app --cdktn`. It is the command's `init`, with the examples as
 * they are in this clone, and with the packages that `npm run package` has built.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { version } from "../package.json";
import { run } from "../packages/aiven-azure-peering/src/cli/run";
import { examples } from "../tools/examples";
import { ROOT } from "../tools/folder";

async function main(args: readonly string[]): Promise<number> {
  const { env, stdout, stderr } = process;
  const write = (...more: string[]) => run(["init", ...args, ...more], { env, version, examples, stdout, stderr });
  if (args.some((each) => /^(-h|--help|--packages(=.*)?)$/.test(each))) return write();
  const made = /--language[ =]python/.test(args.join(" ")) ? "python" : "js";
  const folder = join(ROOT, "dist", made);
  if (existsSync(folder)) return write("--packages", folder);
  stderr.write(`example: dist/${made} has no packages yet, run npm run package -- ${made} first, or give --packages\n`);
  return 2;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
