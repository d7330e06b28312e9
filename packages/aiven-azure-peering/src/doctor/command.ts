import type { Command } from "../report/command";

/** Registered when it is built. */
export const doctor: Command | undefined = undefined;
