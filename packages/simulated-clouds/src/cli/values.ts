import { BUILT_IN_ROLES } from "../clouds/azure/built-in-roles";
import { forbidden, formatAddress, parseRange } from "../clouds/ip-range";

/** What is wrong with a value of the command line, and what is right. */
export const notAllowed = (option: string, value: string, right: string): Error =>
  new Error(`--${option}: ${JSON.stringify(value)} is not allowed, ${right}`);

export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw notAllowed(option, value, `use one of ${allowed.join(", ")}`);
  return found;
}

export function wholeNumber(option: string, value: string, unit: string): number {
  if (!/^\d{1,9}$/.test(value)) throw notAllowed(option, value, `use a number of ${unit}`);
  return Number(value);
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function uuid(option: string, value: string): string {
  if (!UUID.test(value)) throw notAllowed(option, value, "use a UUID, such as 5ab50000-0000-4000-8000-000000000002");
  return value.toLowerCase();
}

export const builtInRole = (option: string, value: string): string =>
  oneOf(
    option,
    value,
    BUILT_IN_ROLES.map(({ name }) => name),
  );

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
export function resourceGroup(option: string, value: string): string {
  if (/^[-\p{L}\p{N}_().]{0,89}[-\p{L}\p{N}_()]$/u.test(value)) return value;
  throw notAllowed(
    option,
    value,
    "a resource group has 1 to 90 letters, digits, _, -, . and parentheses, and no . at its end",
  );
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
export function networkName(option: string, value: string): string {
  if (/^[a-z\d]([\w.-]{0,62}\w)?$/i.test(value)) return value;
  throw notAllowed(
    option,
    value,
    "a virtual network has 1 to 64 letters, digits, _, . and -, begins with a letter or digit and ends with one or with _",
  );
}

/** https://aiven.io/docs/platform/concepts/orgs-units-projects */
export function projectName(option: string, value: string): string {
  if (/^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/.test(value)) return value;
  throw notAllowed(option, value, "an Aiven project has 1 to 63 lower case letters, digits and -");
}

/** A range as Azure and Aiven take it: one that exists, by its first address. */
export function range(option: string, value: string): string {
  const found = parseRange(value);
  const written = found && `${formatAddress(found.first)}/${found.prefix}`;
  if (found && written === value && forbidden([value]).length === 0) return value;
  const advice = found && written !== value ? `use ${written}` : "use a range such as 10.1.0.0/16";
  throw notAllowed(option, value, forbidden([value]).length > 0 ? "no network may hold it" : advice);
}

export function release(option: string, value: string): string {
  if (/^\d+\.\d+\.\d+$/.test(value)) return value;
  throw notAllowed(option, value, "use a release, such as 2.12.0");
}

/** Anything without white space. */
export function word(option: string, value: string): string {
  if (/^\S+$/.test(value)) return value;
  throw notAllowed(option, value, "use a value without white space");
}
