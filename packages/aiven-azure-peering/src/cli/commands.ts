import { adopt } from "../adopt/command";
import { doctor } from "../doctor/command";
import type { Command } from "../report/command";
import { status } from "../status/command";

/** Every command, in the order in which a peering meets them. */
export const COMMANDS: readonly Command[] = [doctor, status, adopt].filter(
  (command): command is Command => command !== undefined,
);
