/** IPv4 ranges in CIDR notation, as far as address spaces need them. */
export interface IpRange {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

/** `undefined` for anything that is no IPv4 range, such as an IPv6 one. */
export function parseRange(cidr: string): IpRange | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr.trim());
  if (!match) return undefined;
  const [a, b, c, d, prefix] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, prefix };
}

export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

export function overlaps(one: string, other: string): boolean {
  const [a, b] = [parseRange(one), parseRange(other)];
  return !!a && !!b && a.first <= b.last && b.first <= a.last;
}

export function contains(outer: string, inner: string): boolean {
  const [a, b] = [parseRange(outer), parseRange(inner)];
  return !!a && !!b && a.first <= b.first && b.last <= a.last;
}

/** The ranges of `ours` that share addresses with one of `theirs`. */
export function overlapping(ours: readonly string[], theirs: readonly string[]): string[] {
  return ours.filter((range) => theirs.some((other) => overlaps(range, other)));
}

/**
 * No network may hold these: loopback, link-local, multicast, broadcast, and the address of Azure's own services.
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
const FORBIDDEN = ["127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255/32", "168.63.129.16/32"];

/** Those of the ranges that no network may hold. */
export const forbidden = (ranges: readonly string[]): string[] => overlapping(ranges, FORBIDDEN);
