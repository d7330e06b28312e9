import type { Command } from "../report/command";

/** Registered when it is built. */
export const adopt: Command | undefined = undefined;
