import { spawn } from "node:child_process";
import { constants } from "node:os";
import { terraformEnvironment } from "../terraform";
import type { Interruption } from "./interruption";
import { endWithDescendants } from "./processes";

export interface CommandOptions {
  /** Added to an environment without anything of the operator's own accounts. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly interruption: Interruption;
  /** How many seconds a command may take to stop after a signal. @default 30 */
  readonly grace?: number;
}

/** Runs a command with the simulated clouds; its output goes where this process's goes. */
export function runCommand(
  [command, ...args]: readonly string[],
  { env, cwd, interruption, grace = 30 }: CommandOptions,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command ?? "", args, { cwd, stdio: "inherit", env: terraformEnvironment(env) });
    let patience: NodeJS.Timeout | undefined;
    const stop = (): void => {
      const { signal } = interruption;
      // a terminal sends Ctrl-C to the command by itself, and Terraform takes a second one for impatience; a SIGHUP would end it at once
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal === "SIGINT" ? signal : "SIGTERM");
      patience = setTimeout(() => {
        console.error(`the command did not stop within ${grace} seconds of ${signal}, so it is ended`);
        endWithDescendants(child.pid ?? 0);
      }, grace * 1000);
    };
    const ended = (): void => {
      clearTimeout(patience);
      interruption.aborted.removeEventListener("abort", stop);
    };
    interruption.aborted.addEventListener("abort", stop);
    child.on("error", (error) => {
      ended();
      reject(error);
    });
    child.on("close", (code, signal) => {
      ended();
      resolve(code ?? 128 + constants.signals[signal ?? "SIGKILL"]);
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
