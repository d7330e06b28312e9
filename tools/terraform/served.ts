import { type RunOptions, terraform } from "simulated-clouds";
import type { Runner } from "./deployment";

/** Runs Terraform with providers that somebody serves, without clouds. */
export const servedBy = ({ env }: Pick<RunOptions, "env">): Runner => ({
  terraform: (args, cwd, options = {}) => terraform.run(args, { ...options, cwd, env: { ...env, ...options.env } }),
});

export const withoutProviders: Runner = servedBy({});
