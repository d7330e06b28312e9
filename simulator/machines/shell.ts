import { silentShell, type Shell } from "../clouds/azure/run-commands";
import type { World } from "../clouds/world";
import { runPython } from "./python";

/**
 * What a machine does with a script. One in Python really runs, so that the simulator needs to know nothing of what it does; it is
 * kept from touching the machine that the simulator runs on, where whoever wrote it did not mean it to run. A script in any other
 * language cannot be held back like that: it is taken for done, without a word.
 */
export function machineShell(world: World): Shell {
  return (command) => (/^#!.*\bpython/.test(command.script) ? runPython(world, command) : silentShell(command));
}
