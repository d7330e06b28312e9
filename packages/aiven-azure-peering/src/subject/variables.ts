import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readRegular, type Environment } from "../clouds/environment";
import type { Value } from "./expression";

interface Declared {
  readonly default?: unknown;
  readonly type?: string;
}

/** The input variables of a stack: values from `TF_VAR_…`, or else their defaults. */
export class Variables {
  /** Those that something needed and that have no value, for which Terraform would ask. */
  readonly missing = new Set<string>();

  constructor(
    private readonly declared: Readonly<Record<string, Declared>>,
    private readonly env: Environment,
    private readonly folder: string,
  ) {}

  value(name: string): Value {
    const declared = this.declared[name];
    const set = this.env[`TF_VAR_${name}`];
    if (set === undefined) {
      const isMissing = declared !== undefined && declared.default === undefined && !this.isAssigned(name);
      if (isMissing) this.missing.add(name);
      return declared?.default as Value;
    }
    if (declared?.type === undefined || declared.type === "string") return set;
    try {
      return JSON.parse(set) as Value;
    } catch {
      return set;
    }
  }

  /** Whether a file that Terraform reads by itself gives it a value, which this command does not evaluate. */
  private isAssigned(name: string): boolean {
    const assigns = (line: string): boolean => /^\s*"?([\w-]+)"?\s*[=:]/.exec(line)?.[1] === name;
    return readdirSync(this.folder)
      .filter((file) => /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(file))
      .some((file) => readRegular(join(this.folder, file))?.split("\n").some(assigns));
  }
}
