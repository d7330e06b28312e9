import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, RunOptions } from "simulated-clouds";
import { removeTemporaryFolder, temporaryFolder } from "../folder";
import { initialise } from "./init-cache";
import type { Source, Stacks } from "./source";
import { declaredIn, stateFileOf } from "./written";

/** Runs Terraform with providers that are served: a `Simulation`, or `servedBy`. */
export interface Runner {
  terraform(args: readonly string[], cwd: string, options?: Omit<RunOptions, "cwd">): Promise<Outcome>;
}

/** A resource or data source as `terraform show` has it. */
export interface Resource {
  readonly address: string;
  readonly tainted?: boolean;
  readonly values: Record<string, unknown>;
}

export interface TerraformOptions extends Pick<RunOptions, "env" | "signal" | "onOutput"> {
  /** @default - the last one, on which no other depends */
  readonly stack?: string;
}

interface Shown {
  readonly values?: {
    readonly outputs?: Readonly<Record<string, { readonly value: unknown }>>;
    readonly root_module: { readonly resources?: readonly Resource[] };
  };
}

/** One or more stacks in a folder of their own, and the real Terraform on them. */
export class TerraformDeployment {
  /** All that Terraform has printed. */
  public said = "";
  /** Variables of every run's environment, such as `TF_VAR_…`. */
  public env: Readonly<Record<string, string | undefined>> = {};

  private directory: string | undefined;
  private stackFolders: Stacks = new Map();

  /** @param runner - gives what runs Terraform; called for each command, so that it need not be there yet. */
  public constructor(private readonly runner: () => Runner) {}

  /** The stacks, in the order in which they are applied. */
  public get stacks(): string[] {
    return [...this.stackFolders.keys()];
  }

  /** Outside the checkout; the stacks and their states are below it. */
  public get folder(): string {
    return (this.directory ??= temporaryFolder("deployment"));
  }

  /** The folder in which Terraform runs for a stack. */
  public folderOf(stack = this.lastStack): string {
    const folder = this.stackFolders.get(stack);
    if (folder === undefined) throw new Error(`there is no stack "${stack}" among ${this.stacks.join(", ") || "none"}`);
    return folder;
  }

  /** Writes what is deployed, over what was; states stay. */
  public deploy(source: Source): this {
    this.stackFolders = source(this.folder);
    return this;
  }

  /** Has only these stacks from here on, in this order. */
  public only(...stacks: string[]): this {
    this.stackFolders = new Map(stacks.map((stack) => [stack, this.folderOf(stack)]));
    return this;
  }

  /** Runs `terraform init` in each stack that needs it; any other command would do so first. */
  public async initialise(stacks: readonly string[] = this.stacks): Promise<void> {
    for (const stack of stacks) {
      await initialise(this.folderOf(stack), async () => {
        const { code, text } = await this.terraform(["init"], { stack });
        if (code !== 0) throw new Error(text);
      });
    }
  }

  /** Runs a command of Terraform in a stack's folder. */
  public async terraform(
    args: readonly string[],
    { stack = this.lastStack, env, ...rest }: TerraformOptions = {},
  ): Promise<Outcome> {
    if (args[0] !== "init") await this.initialise([stack]);
    const options = { ...rest, env: { ...this.env, ...env } };
    const outcome = await this.runner().terraform(args, this.folderOf(stack), options);
    this.said += outcome.stdout + outcome.stderr;
    return outcome;
  }

  /** Runs `terraform init`, then `terraform validate`, in one stack. */
  public async validate(stack?: string): Promise<Outcome> {
    const init = await this.terraform(["init"], { stack });
    return init.code === 0 ? this.terraform(["validate"], { stack }) : init;
  }

  /** Applies each stack in turn until one fails. */
  public apply(...args: string[]): Promise<Outcome> {
    return this.each(this.stacks, ["apply", "-auto-approve", ...args]);
  }

  /** Plans one stack. Exit code 0: nothing to do, 2: changes, 1: an error. */
  public plan(stack?: string, ...args: string[]): Promise<Outcome> {
    return this.terraform(["plan", "-detailed-exitcode", ...args], { stack });
  }

  /** Destroys each stack, the last one first, until one fails. */
  public destroy(...args: string[]): Promise<Outcome> {
    return this.each(this.stacks.reverse(), ["destroy", "-auto-approve", ...args]);
  }

  /** The text of a stack's state. */
  public state(stack?: string): string {
    return readFileSync(stateFileOf(this.folderOf(stack)), "utf8");
  }

  /** The addresses of the managed resources in a stack's state. */
  public addresses(stack?: string): string[] {
    const { resources } = JSON.parse(this.state(stack)) as {
      resources: { mode: string; type: string; name: string }[];
    };
    return resources.filter(({ mode }) => mode === "managed").map(({ type, name }) => `${type}.${name}`);
  }

  /** The addresses of the managed resources that are declared for a stack, made or not. */
  public declared(stack?: string): string[] {
    return declaredIn(this.folderOf(stack));
  }

  /** What a stack's state holds, by address. */
  public async resources(stack?: string): Promise<Record<string, Resource>> {
    const resources = (await this.shown(stack))?.root_module.resources ?? [];
    return Object.fromEntries(resources.map((each) => [each.address, each]));
  }

  /** One resource of the last stack's state, if it is there. */
  public async resource(address: string): Promise<Resource | undefined> {
    return (await this.resources())[address];
  }

  /** The outputs in a stack's state. */
  public async outputs(stack?: string): Promise<Record<string, unknown>> {
    const outputs = (await this.shown(stack))?.outputs ?? {};
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** The text of every file that was written, but for the states. */
  public files(): string {
    const states = [...this.stackFolders.values()].map(stateFileOf);
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !states.some((state) => file.startsWith(state)))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
  }

  /** Removes the folder with all stacks and states; what is deployed next gets a new one. */
  public remove(): void {
    if (this.directory !== undefined) removeTemporaryFolder(this.directory);
    this.directory = undefined;
    this.stackFolders = new Map();
  }

  private get lastStack(): string {
    return this.stacks.at(-1) ?? "";
  }

  private async shown(stack?: string): Promise<Shown["values"]> {
    const { stdout } = await this.terraform(["show", "-json"], { stack });
    return (JSON.parse(stdout) as Shown).values;
  }

  private async each(stacks: readonly string[], args: readonly string[]): Promise<Outcome> {
    let outcome: Outcome | undefined;
    for (const stack of stacks) {
      outcome = await this.terraform(args, { stack });
      if (outcome.code !== 0) break;
    }
    if (!outcome) throw new Error("nothing is deployed");
    return outcome;
  }
}
