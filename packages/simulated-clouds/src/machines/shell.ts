import type { PlainProperties } from "../clouds/azure/plain-resources";
import { instanceView, silentShell, type RunCommand, type Shell } from "../clouds/azure/run-commands";
import type { World } from "../clouds/world";
import { runPython } from "./python";

/** Whether Python scripts that are meant for machines in Azure run on this machine. */
export interface RunScripts {
  /** They run as whoever started the simulation, held back only as far as machine.py says. @default false */
  readonly runScripts?: boolean;
}

/**
 * What a machine does with a script. One in Python really runs where that was asked for, so that the simulator needs to know nothing of
 * what it does. A script in any other language would do to this machine what it was meant to do to another: on Linux it is taken for
 * done, without a word. On Windows it would be PowerShell, which is what proves something there, so the command fails and says that
 * nothing ran.
 */
export const machineShell =
  ({ runScripts = false }: RunScripts) =>
  (world: World): Shell =>
  (command) => {
    if (isWindows(command)) return NO_POWERSHELL;
    if (!/^#!.*\bpython/.test(command.script)) return silentShell(command);
    return runScripts ? runPython(world, command) : NO_SCRIPTS;
  };

const isWindows = ({ machine }: RunCommand): boolean =>
  (machine.properties as Partial<PlainProperties>).operatingSystem === "Windows";

const notRun = (why: string) => instanceView(127, "", why);

const NO_POWERSHELL = notRun(
  "the simulator runs no PowerShell: what a Windows machine does with a script is known only where it really runs",
);

const NO_SCRIPTS = notRun(
  "the simulator runs no script of a machine unless it is asked to: it would run on this machine, as you; if you trust it, use --run-scripts",
);
