import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { refuse } from "../terraform/refuse";

/** The names that an options object may have, each of them: the compiler sees that none is missing. */
export type Known<Options> = Readonly<Record<keyof Options, true>>;

/**
 * Refuses what is no object of options, a null among the values, and a name that is no option: for callers whom no compiler helps, a
 * misspelt option would otherwise be one that was not given.
 *
 * @param what the property that holds the object; empty for a construct's own
 */
export function requireOptions<Options extends object>(
  scope: IConstruct | undefined,
  what: string,
  options: Options,
  known: Known<Options>,
): void {
  if (typeof options !== "object" || options === null) {
    refuse(scope, `${what || "props"}: ${String(options)} is not allowed, give an object of options`);
  }
  const prefix = what === "" ? "" : `${what}.`;
  for (const [name, value] of Object.entries(options)) {
    if (!Object.keys(known).includes(name)) {
      refuse(scope, `${prefix}${name}: there is no such option, use ${listOf(Object.keys(known))}`);
    }
    if (value === null) refuse(scope, `${prefix}${name}: null is not allowed, leave it out`);
  }
}

const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}`;

/** A switch that decides what is synthesised, so no token can turn it. */
export function requireSwitch(scope: IConstruct | undefined, property: string, value: unknown): void {
  if (value === undefined || typeof value === "boolean") return;
  const given = Token.isUnresolved(value) ? "a token" : JSON.stringify(value);
  refuse(scope, `${property}: ${given} is not allowed, use true or false; it decides what is synthesised`);
}

/** One of the values of an enum, for callers whom no compiler helps. */
export function requireChoice<Choice extends string>(
  scope: IConstruct | undefined,
  property: string,
  value: Choice | undefined,
  name: string,
  choices: Readonly<Record<string, Choice>>,
): void {
  if (value === undefined || Object.values(choices).includes(value)) return;
  const allowed = Object.entries(choices).map(([key, choice]) => `${name}.${key} ("${choice}")`);
  refuse(scope, `${property}: "${String(value)}" is not allowed, use ${allowed.join(" or ")}`);
}
