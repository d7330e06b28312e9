import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { ROOT } from "../folder";

/** The folder in which Terraform runs for each stack, in the order in which the stacks are applied. */
export type Stacks = ReadonlyMap<string, string>;

/** What is deployed: writes its configurations below a folder. Written again, it leaves the states that are there. */
export type Source = (folder: string) => Stacks;

/**
 * One configuration, Terraform's JSON or, as a text, HCL; the stack is called `stack`. JSON has a line for each value, because Terraform
 * quotes the line that it complains about.
 */
export function configuration(content: object | string): Source {
  return (folder) => {
    const [name, text] =
      typeof content === "string" ? ["main.tf", content] : ["main.tf.json", JSON.stringify(content, undefined, 2)];
    writeFileSync(join(folder, name), text);
    return new Map([["stack", folder]]);
  };
}

/** What lies in a folder already; the stack is called `stack`. */
export function synthesised(folder: string): Source {
  return () => new Map([["stack", folder]]);
}

/** Gives a new stack of an app, called `stack` unless it is named. */
export type StackMaker = (name?: string) => TerraformStack;

/** A cdktf app that is built in this process; each stack is handed to `prepare` first, for its providers. */
export function cdktfApp(build: (stack: StackMaker) => void, prepare: (stack: TerraformStack) => void): Source {
  return (folder) => {
    const outdir = join(folder, "cdktf.out");
    const app = new App({ outdir });
    build((name = "stack") => {
      const stack = new TerraformStack(app, name);
      // relative to the stack's folder, so that what one init writes fits every deployment
      new LocalBackend(stack, { path: `../../../${name}.tfstate` });
      prepare(stack);
      return stack;
    });
    app.synth();
    return stacksIn(outdir, orderIn(outdir));
  };
}

export interface AppFolder {
  /** The program and its arguments. @default - that of the folder's cdktf.json */
  readonly command?: readonly [string, ...string[]];
  /** Added to the environment. @default - nothing */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A cdktf app of this repository, run in its folder as cdktf does, over the sources of the library rather than over its last build. */
export function appFolder(cwd: string, { command, env }: AppFolder = {}): Source {
  return (folder) => {
    const outdir = join(folder, "cdktf.out");
    mkdirSync(outdir, { recursive: true });
    const [program, ...args] = command ?? commandIn(cwd);
    const sources = { SWC_NODE_PROJECT: join(ROOT, "tsconfig.json") };
    execFileSync(program, args, { cwd, env: { ...process.env, CDKTF_OUTDIR: outdir, ...sources, ...env } });
    return stacksIn(outdir, orderIn(outdir));
  };
}

function commandIn(cwd: string): [string, ...string[]] {
  const { app } = JSON.parse(readFileSync(join(cwd, "cdktf.json"), "utf8")) as { app: string };
  return app.split(" ") as [string, ...string[]];
}

const stacksIn = (outdir: string, names: readonly string[]): Stacks =>
  new Map(names.map((name) => [name, join(outdir, "stacks", name)]));

/** The stacks of an app, each after all that it depends on, as cdktf's manifest names them: the order of `cdktf deploy '*'`. */
function orderIn(outdir: string): string[] {
  const { stacks } = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8")) as {
    stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
  };
  const order = new Set<string>();
  const add = (name: string): void => {
    stacks[name]?.dependencies.forEach(add);
    order.add(name);
  };
  Object.keys(stacks).forEach(add);
  return [...order];
}
