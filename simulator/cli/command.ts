import { spawn } from "node:child_process";
import { terraformEnvironment } from "../terraform";

/** Runs a command with the simulated providers; its output goes where this process's goes. */
export function runCommand(
  [command, ...args]: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  cwd = process.cwd(),
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command ?? "", args, { cwd, stdio: "inherit", env: terraformEnvironment(env) });
    // Ctrl-C reaches the child by itself; this process must live on to answer Terraform until it has stopped.
    const ignore = () => undefined;
    process.on("SIGINT", ignore);
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("SIGINT", ignore);
      resolve(code ?? 1);
    });
  });
}
