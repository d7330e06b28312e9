import type { Clouds } from "../clouds/clouds";
import type { Environment } from "../clouds/environment";
import type { Subject } from "../subject/subject";
import type { Report } from "./report";

/** An option of one command, beside those that all have. */
export interface Option {
  /** As commander takes them: `--language <name>`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly default?: string;
}

/** What a command works with. */
export interface Context {
  readonly subject: Subject;
  readonly clouds: Clouds;
  readonly env: Environment;
  /** The values of its own options, by their names in camel case. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Says what is being looked at, where somebody watches. */
  readonly progress: (text: string) => void;
}

/** One command of `aiven-azure-peering`. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What can be typed after the name, each with what it does. */
  readonly examples: readonly (readonly [args: string, does: string])[];
  readonly options?: readonly Option[];
  /** Whether a VPC is enough, and stands for every network that it is peered with. @default false */
  readonly takesVpcAlone?: boolean;
  run(context: Context): Promise<Report>;
}
