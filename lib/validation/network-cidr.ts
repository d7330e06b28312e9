import { Token } from "cdktf";
import { isIPv4Range, operand, overlapInTerraform, rangesInTerraform, shown } from "../terraform/expressions";
import { given, isUnknownList, isUnknownScalar } from "../terraform/given";
import type { Checks } from "./checks";
import { FORBIDDEN, forbiddenIn, isIPv6Range, isPrivate, networkAddress, overlap, parseCidr } from "./cidr";

/** Aiven's API: "Network prefix length must be between 20 and 24 inclusive". */
const MIN_PREFIX = 20;
const MAX_PREFIX = 24;

/**
 * Validates the range of an Aiven VPC; a token becomes preconditions in `checks`.
 *
 * @returns a warning about a range that is legal but unusual
 */
export function validateNetworkCidr(property: string, value: string, checks: Checks): string | undefined {
  if (isUnknownScalar(value)) {
    validateInTerraform(property, value, checks);
    return undefined;
  }
  const range = typeof value === "string" ? parseCidr(value) : undefined;
  if (!range || range.prefix < MIN_PREFIX || range.prefix > MAX_PREFIX) {
    checks.refuse(rangeMessage(property, given(value)));
  }
  const network = networkAddress(range);
  if (network !== range.address) {
    checks.refuse(`${property}: "${value}" has host bits set, use "${network}/${range.prefix}"`);
  }
  const forbidden = forbiddenIn(range);
  if (forbidden !== undefined) checks.refuse(forbiddenMessage(property, value, forbidden));
  if (isPrivate(range)) return undefined;
  return `${property}: "${value}" is outside the private ranges of RFC 1918 (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16), so hosts of the internet that use these addresses cannot be reached from the virtual network`;
}

function validateInTerraform(property: string, value: string, checks: Checks): void {
  const cidr = operand(value);
  const prefix = `tonumber(split("/", ${cidr})[1])`;
  checks.condition(
    `\${can(cidrnetmask(${cidr})) && try(${prefix} >= ${MIN_PREFIX} && ${prefix} <= ${MAX_PREFIX}, false)}`,
    rangeMessage(property, `"${shown(value)}"`),
  );
  checks.condition(
    `\${try(cidrsubnet(${cidr}, 0, 0) == ${cidr}, true)}`,
    `${property}: "${shown(value)}" has host bits set, use the range's first address`,
  );
  checks.condition(
    `\${alltrue([for f in ${JSON.stringify(FORBIDDEN)} : !${overlapInTerraform("f", cidr)}])}`,
    forbiddenMessage(property, shown(value), FORBIDDEN.join(", ")),
  );
}

/** Validates the ranges of a virtual network, as far as they are literals. */
export function validateAddressSpaces(
  property: string,
  ranges: readonly string[] | undefined,
  refuse: (message: string) => never,
): void {
  if (ranges === undefined || isUnknownList(ranges)) return;
  if (!Array.isArray(ranges)) {
    refuse(`${property}: ${given(ranges)} is not allowed, use a list of ranges in CIDR notation`);
  }
  for (const text of ranges as readonly (string | undefined | null)[]) {
    if (isUnknownScalar(text) || (typeof text === "string" && isIPv6Range(text))) continue;
    const range = typeof text === "string" ? parseCidr(text) : undefined;
    if (text === undefined || text === null) {
      refuse(`${property}: a range is missing, use CIDR notation, such as "10.1.0.0/16"`);
    }
    if (!range) refuse(`${property}: ${given(text)} is not allowed, use CIDR notation, such as "10.1.0.0/16"`);
    const forbidden = forbiddenIn(range);
    if (forbidden !== undefined) refuse(forbiddenMessage(property, text, forbidden));
  }
}

/** Refuses a range that shares addresses with the virtual network: Azure peers no networks that overlap. */
export function validateOverlap(
  property: string,
  value: string,
  addressSpaces: readonly string[],
  checks: Checks,
): void {
  if (Token.isUnresolved(value) || !areLiterals(addressSpaces)) {
    const ranges = rangesInTerraform(addressSpaces);
    checks.condition(
      `\${alltrue([for r in ${ranges} : !${overlapInTerraform("r", operand(value))} if ${isIPv4Range("r")}])}`,
      overlapMessage(property, shown(value), `the virtual network's ranges \${join(",", ${ranges})}`),
    );
    return;
  }
  const range = parseCidr(value);
  for (const space of addressSpaces) {
    const other = parseCidr(space);
    if (range && other && overlap(range, other)) {
      checks.refuse(overlapMessage(property, value, `the virtual network's range "${space}"`));
    }
  }
}

export const areLiterals = (values: readonly string[]): boolean =>
  !Token.isUnresolved(values) && !values.some((value) => Token.isUnresolved(value));

function rangeMessage(property: string, value: string): string {
  return `${property}: ${value} is not allowed, use an IPv4 range with a prefix length of ${MIN_PREFIX} to ${MAX_PREFIX}, such as "10.0.0.0/24"`;
}

function forbiddenMessage(property: string, value: string, forbidden: string): string {
  return `${property}: "${value}" is not allowed, Azure keeps ${forbidden} for itself; use a range outside of it, such as one of RFC 1918`;
}

function overlapMessage(property: string, value: string, other: string): string {
  return `${property}: "${value}" overlaps ${other}, choose one that does not`;
}
