import { flag, isUnknown, text, texts, type Value, type Values } from "../../protocol/cty";

/**
 * How azurerm and azuread read their provider block. An attribute that is absent or null is filled from the operator's
 * environment; one that is unknown at plan is not: it reads as empty, and the environment does not help.
 */
export class ProviderSettings {
  constructor(
    private readonly config: Values,
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Of several variables the first that is not empty counts. */
  text(name: string, variable: string | readonly string[], otherwise = ""): string {
    if (!isAbsent(this.config[name])) return text(this.config[name]);
    const values = [variable].flat().map((one) => this.environment[one] ?? "");
    return values.find((value) => value !== "") ?? otherwise;
  }

  flag(name: string, variable: string, otherwise: boolean): boolean {
    if (!isAbsent(this.config[name])) return flag(this.config[name]);
    const given = this.environment[variable];
    return given === undefined || given === "" ? otherwise : /^(1|t|true)$/i.test(given);
  }

  /** An unknown element counts as none, and a list without elements as absent. */
  list(name: string, variable: string): string[] {
    const configured = isUnknown(this.config[name]) ? [] : texts(this.config[name]).filter((element) => element !== "");
    return configured.length > 0 ? configured : (this.environment[variable] ?? "").split(";").filter(Boolean);
  }
}

const isAbsent = (value: Value | undefined): boolean => value === null || value === undefined;
