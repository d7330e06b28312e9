import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { given, isUnknownScalar, kindOf } from "../terraform/given";
import { refuse } from "../terraform/refuse";

/**
 * The names that an options object may have, each of them: the compiler sees that none is missing. A required one has what completes
 * "missing, give …".
 */
export type Known<Options> = {
  readonly [Name in keyof Options]-?: undefined extends Options[Name] ? true : string;
};

/**
 * Refuses what is no object of options, a null among the values, a name that is no option, and a required option that is missing: for
 * callers whom no compiler helps, a misspelt option would otherwise be one that was not given.
 *
 * @param what the property that holds the object; empty for a construct's own
 */
export function requireOptions<Options extends object>(
  scope: IConstruct | undefined,
  what: string,
  options: Options,
  known: Known<Options>,
): void {
  const [prefix, names] = [what === "" ? "" : `${what}.`, Object.keys(known)];
  requireObject(scope, what || "props", options, "an object of options");
  for (const [name, value] of Object.entries(options)) {
    if (!names.includes(name)) {
      refuse(scope, `${prefix}${name}: there is no such option, use ${listOf(names)}`);
    }
    if (value === null && known[name as keyof Options] === true) {
      refuse(scope, `${prefix}${name}: null is not allowed, leave it out`);
    }
  }
  for (const [name, use] of Object.entries<string | true>(known)) {
    const value: unknown = options[name as keyof Options];
    if (use !== true && (value === undefined || value === null))
      refuse(scope, `${prefix}${name}: missing, give ${use}`);
  }
}

/**
 * Refuses what is no object with names of its own, such as a list or a text. The value is not shown: a secret may stand in the place of the
 * options of a credential.
 */
export function requireObject(scope: IConstruct | undefined, property: string, value: unknown, use: string): void {
  if (value === undefined || value === null) refuse(scope, `${property}: missing, give ${use}`);
  if (Object.prototype.toString.call(value) === "[object Object]") return;
  refuse(scope, `${property}: ${kindOf(value)} is not allowed, give ${use}`);
}

const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}`;

/** A switch that decides what is synthesised, so no token can turn it. */
export function requireSwitch(scope: IConstruct | undefined, property: string, value: unknown): void {
  if (value === undefined || typeof value === "boolean") return;
  const shown = Token.isUnresolved(value) ? "a token" : given(value);
  refuse(scope, `${property}: ${shown} is not allowed, use true or false; it decides what is synthesised`);
}

/** A truth value, which Terraform may be the one to know. */
export function requireBoolean(scope: IConstruct | undefined, property: string, value: unknown): void {
  if (value === undefined || typeof value === "boolean") return;
  if (isUnknownScalar(value) && typeof value !== "number") return;
  refuse(scope, `${property}: ${given(value)} is not allowed, use true or false`);
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
  refuse(scope, `${property}: ${given(value)} is not allowed, use ${allowed.join(" or ")}`);
}
