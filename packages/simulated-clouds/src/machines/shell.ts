import type { PlainProperties } from "../clouds/azure/plain-resources";
import { instanceView, silentShell, type RunCommand, type Shell } from "../clouds/azure/run-commands";
import type { World } from "../clouds/world";
import { runPython } from "./python";

/**
 * What a machine does with a script. One in Python really runs, so that the simulator needs to know nothing of what it does; it is
 * kept from touching the machine that the simulator runs on, where whoever wrote it did not mean it to run. A script in any other
 * language cannot be held back like that: on Linux it is taken for done, without a word. On Windows it would be PowerShell, which is
 * what proves something there, so the command fails and says that nothing ran.
 */
export function machineShell(world: World): Shell {
  return (command) => {
    if (isWindows(command)) return NO_POWERSHELL;
    return /^#!.*\bpython/.test(command.script) ? runPython(world, command) : silentShell(command);
  };
}

const isWindows = ({ machine }: RunCommand): boolean =>
  (machine.properties as Partial<PlainProperties>).operatingSystem === "Windows";

const NO_POWERSHELL = instanceView(
  127,
  "",
  "the simulator runs no PowerShell: what a Windows machine does with a script is known only where it really runs",
);
