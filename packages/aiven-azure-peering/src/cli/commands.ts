import { adopt } from "../adopt/command";
import type { Command } from "../report/command";
import { doctor } from "../doctor/command";
import { status } from "../status/command";

/** Every command, in the order in which they are listed. */
export const COMMANDS: readonly Command[] = [doctor, status, adopt];
