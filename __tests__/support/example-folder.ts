import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./package";

export const EXAMPLES = join(ROOT, "examples");

/** One of the examples as cdktf synthesises it. */
export interface ExampleFolder {
  /** The folders in which Terraform runs, by stack, in the order in which the stacks depend on one another. */
  readonly stacks: ReadonlyMap<string, string>;
  /** Removes the JSON, and the states that were kept beside it. */
  readonly remove: () => void;
}

/** Runs the command of the folder's cdktf.json there, as cdktf does, over the sources of the library rather than over its last build. */
export function synthFolder(name: string, environment: Readonly<Record<string, string>> = {}): ExampleFolder {
  const cwd = join(EXAMPLES, name);
  const parent = mkdtempSync(join(tmpdir(), `example-${name}-`));
  const outdir = join(parent, "cdktf.out");
  mkdirSync(outdir);
  const { app } = JSON.parse(readFileSync(join(cwd, "cdktf.json"), "utf8")) as { app: string };
  const [command, ...args] = app.split(" ") as [string, ...string[]];
  const sources = { SWC_NODE_PROJECT: join(ROOT, "tsconfig.json") };
  execFileSync(command, args, { cwd, env: { ...process.env, CDKTF_OUTDIR: outdir, ...sources, ...environment } });
  const manifest = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8")) as Manifest;
  const order = sorted(manifest.stacks).map((stack) => [stack, join(outdir, "stacks", stack)] as const);
  return { stacks: new Map(order), remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** What cdktf tells its command line of the stacks. */
interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
}

/** A stack after all that it depends on. */
function sorted(stacks: Manifest["stacks"]): string[] {
  const order = new Set<string>();
  const add = (name: string): void => {
    stacks[name]?.dependencies.forEach(add);
    order.add(name);
  };
  Object.keys(stacks).forEach(add);
  return [...order];
}

export const readJson = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Record<string, unknown>;
