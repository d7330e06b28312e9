import { spawn } from "node:child_process";
import { terraformEnvironment } from "../terraform";
import type { Interruption } from "./interruption";

export interface CommandOptions {
  /** Added to an environment without anything of the operator's own accounts. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly interruption: Interruption;
}

/** Runs a command with the simulated clouds; its output goes where this process's goes. */
export function runCommand(
  [command, ...args]: readonly string[],
  { env, cwd, interruption }: CommandOptions,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command ?? "", args, { cwd, stdio: "inherit", env: terraformEnvironment(env) });
    const stop = (): void => {
      // a terminal sends Ctrl-C to the command by itself, and Terraform takes a second one for impatience
      if (interruption.signal === "SIGTERM" || !process.stdin.isTTY) child.kill(interruption.signal);
    };
    interruption.aborted.addEventListener("abort", stop);
    child.on("error", reject);
    child.on("close", (code) => {
      interruption.aborted.removeEventListener("abort", stop);
      resolve(code ?? 1);
    });
  });
}

/** Where the person is who typed the command: npm itself goes to the folder of package.json. */
export function folderOfCaller({ npm_lifecycle_event, INIT_CWD }: NodeJS.ProcessEnv, script: string): string {
  return npm_lifecycle_event === script && INIT_CWD ? INIT_CWD : process.cwd();
}

/** The variables of the operator's shell that are Terraform input variables. */
export function inputVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith("TF_VAR_")));
}
