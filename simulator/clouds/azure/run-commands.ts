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
  readonly parameters: Readonly<Record<string, string>>;
}

/** How a machine runs a command. Unless a simulation says otherwise every command succeeds and prints nothing. */
export type Shell = (command: RunCommand) => InstanceView;

export const silentShell: Shell = () => ({
  executionState: "Succeeded",
  executionMessage: "",
  exitCode: 0,
  output: "",
  error: "",
});
