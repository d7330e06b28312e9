import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { refuse } from "./refuse";

/** The names that an options object may have, each of them: the compiler sees that none is missing. */
export type Known<Options> = Readonly<Record<keyof Options, true>>;

/**
 * Validates the names in an options object, for callers whom no compiler helps: nothing may be null, and what is spelt almost like an option
 * is meant to be it. Other names pass, as an app may extend the options by its own.
 */
export function checkNames<Options extends object>(
  scope: IConstruct | undefined,
  what: string,
  options: Options,
  known: Known<Options>,
): void {
  const prefix = what === "" ? "" : `${what}.`;
  if (typeof options !== "object" || options === null) {
    refuse(scope, `${what || "props"}: ${String(options)} is not allowed, give an object of options`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === null) refuse(scope, `${prefix}${name}: null is not allowed, leave it out`);
    if (name in known) continue;
    const meant = Object.keys(known)
      .filter((each) => isMisspelt(name, each))
      .sort((a, b) => distance(plain(name), plain(a)) - distance(plain(name), plain(b)))[0];
    if (meant !== undefined) refuse(scope, `${prefix}${name}: there is no such option, use ${prefix}${meant}`);
  }
}

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

/** Something that a factory of one of our own classes made. */
export function requireMade<T>(
  scope: IConstruct | undefined,
  property: string,
  value: unknown,
  made: (value: unknown) => value is T,
  use: string,
): asserts value is T {
  if (made(value)) return;
  const given = value === undefined ? "missing, give" : `${kindOf(value)} is not allowed, use`;
  refuse(scope, `${property}: ${given} ${use}`);
}

function kindOf(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? typeof value;
  const { name } = value.constructor as { name?: string };
  return name === undefined || name === "Object" ? "an object" : `a ${name}`;
}

/** Whether the two differ in case, or by one or two letters, as words do that were mistyped. */
function isMisspelt(name: string, option: string): boolean {
  const [a, b] = [plain(name), plain(option)];
  return a === b || (Math.min(a.length, b.length) > 4 && distance(a, b) <= 2);
}

/** A name in one spelling for camel case and snake case. */
const plain = (name: string): string => name.replace(/_/g, "").toLowerCase();

/** How many letters must be added, taken away or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
