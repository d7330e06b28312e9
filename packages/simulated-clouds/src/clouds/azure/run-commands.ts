import type { ArmResource } from "./resources";

/** What Azure knows of a command once it has run on a machine. */
export interface InstanceView {
  readonly executionState: "Succeeded" | "Failed";
  readonly executionMessage: string;
  readonly exitCode: number;
  readonly output: string;
  readonly error: string;
}

export interface RunCommand {
  readonly machine: ArmResource<unknown>;
  readonly script: string;
  /** Azure's agent puts them into the environment of the script. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Aborted when nobody waits for the result any more. */
  readonly signal?: AbortSignal;
}

/** How a machine runs a command. */
export type Shell = (command: RunCommand) => InstanceView | Promise<InstanceView>;

/** Every command succeeds and prints nothing. */
export const silentShell: Shell = () => instanceView(0, "", "");

/** Azure's agent keeps the last 4 KiB of each stream. */
const TAIL = 4096;

export const instanceView = (exitCode: number, output: string, error: string): InstanceView => ({
  executionState: exitCode === 0 ? "Succeeded" : "Failed",
  executionMessage:
    exitCode === 0 ? "Execution completed" : `Execution failed: command terminated with exit status=${exitCode}`,
  exitCode,
  output: output.slice(-TAIL),
  error: error.slice(-TAIL),
});
