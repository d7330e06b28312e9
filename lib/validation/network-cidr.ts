import { Fn, Token } from "cdktf";
import type { Checks } from "./checks";
import { isPrivate, networkAddress, overlap, parseCidr } from "./cidr";
import { operand } from "../terraform/hcl";

/** Aiven's API: "Network prefix length must be between 20 and 24 inclusive". */
const MIN_PREFIX = 20;
const MAX_PREFIX = 24;

/**
 * Judges the range of an Aiven VPC; a token becomes preconditions in `checks`.
 *
 * @returns a warning about a range that is legal but unusual
 */
export function checkNetworkCidr(property: string, value: string, checks: Checks): string | undefined {
  if (Token.isUnresolved(value)) {
    const cidr = operand(value);
    const prefix = `tonumber(split("/", ${cidr})[1])`;
    checks.condition(
      `\${can(cidrnetmask(${cidr})) && try(${prefix} >= ${MIN_PREFIX} && ${prefix} <= ${MAX_PREFIX}, false)}`,
      rangeMessage(property, value),
    );
    checks.condition(
      `\${try(cidrsubnet(${cidr}, 0, 0) == ${cidr}, true)}`,
      `${property}: "${value}" has host bits set, use the range's first address`,
    );
    return undefined;
  }
  const range = parseCidr(value);
  if (!range || range.prefix < MIN_PREFIX || range.prefix > MAX_PREFIX) throw new Error(rangeMessage(property, value));
  const network = networkAddress(range);
  if (network !== range.address) {
    throw new Error(`${property}: "${value}" has host bits set, use "${network}/${range.prefix}"`);
  }
  if (isPrivate(range)) return undefined;
  return `${property}: "${value}" is outside the private ranges of RFC 1918 (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16), so hosts of the internet that use these addresses cannot be reached from the virtual network`;
}

/** Refuses a range that shares addresses with the virtual network: Azure peers no networks that overlap. */
export function checkOverlap(property: string, value: string, addressSpaces: readonly string[], checks: Checks): void {
  if (
    Token.isUnresolved(value) ||
    Token.isUnresolved(addressSpaces) ||
    addressSpaces.some((space) => Token.isUnresolved(space))
  ) {
    const cidr = operand(value);
    const ranges = Token.asString(Fn.join(",", [...addressSpaces]));
    // Cut to the shorter prefix, two ranges that overlap are the same; ranges of IPv6 cannot overlap one of IPv4.
    const cut = (range: string) =>
      `cidrsubnet(format("%s/%d", split("/", ${range})[0], min(split("/", r)[1], split("/", ${cidr})[1])), 0, 0)`;
    checks.condition(
      `\${alltrue([for r in split(",", ${ranges}) : try(${cut("r")} != ${cut(cidr)}, true) if length(regexall(":", r)) == 0])}`,
      overlapMessage(property, value, `the virtual network's ranges ${ranges}`),
    );
    return;
  }
  const range = parseCidr(value);
  for (const space of addressSpaces) {
    const other = parseCidr(space);
    if (range && other && overlap(range, other)) {
      throw new Error(overlapMessage(property, value, `the virtual network's range "${space}"`));
    }
  }
}

function rangeMessage(property: string, value: string): string {
  return `${property}: "${value}" is not allowed, use an IPv4 range with a prefix length of ${MIN_PREFIX} to ${MAX_PREFIX}, such as "10.0.0.0/24"`;
}

function overlapMessage(property: string, value: string, other: string): string {
  return `${property}: "${value}" overlaps ${other}, choose one that does not`;
}
