import { isIPv4, isIPv6 } from "node:net";

/** An IPv4 range in CIDR notation, taken apart. */
export interface Cidr {
  readonly address: string;
  readonly prefix: number;
}

/** The parts of an IPv4 range, or undefined where the text is none. */
export function parseCidr(text: string): Cidr | undefined {
  const [, address, prefix] = /^([\d.]+)\/(\d{1,2})$/.exec(text) ?? [];
  if (address === undefined || !isIPv4(address) || Number(prefix) > 32) return undefined;
  return { address, prefix: Number(prefix) };
}

/** Whether a text is an IPv6 range in CIDR notation. */
export function isIPv6Range(text: string): boolean {
  const [, address = "", prefix] = /^([\da-fA-F:.]+)\/(\d{1,3})$/.exec(text) ?? [];
  return isIPv6(address) && Number(prefix) <= 128;
}

/** The first address of the range, which is its own address unless host bits are set. */
export function networkAddress(range: Cidr): string {
  const first = firstOf(range);
  return [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join(".");
}

/** Whether the two ranges have an address in common. */
export function overlap(a: Cidr, b: Cidr): boolean {
  const [firstA, firstB] = [firstOf(a), firstOf(b)];
  return firstA < firstB + sizeOf(b) && firstB < firstA + sizeOf(a);
}

/** Whether the range lies inside one of RFC 1918's. */
export const isPrivate = (range: Cidr): boolean =>
  PRIVATE.some((block) => block.prefix <= range.prefix && overlap(block, range));

/** The range that Azure lets no network have and that shares an address with this one, if there is one. */
export const forbiddenIn = (range: Cidr): string | undefined =>
  FORBIDDEN.find((text) => overlap(parseCidr(text) as Cidr, range));

/** RFC 1918. */
const PRIVATE: readonly Cidr[] = [
  { address: "10.0.0.0", prefix: 8 },
  { address: "172.16.0.0", prefix: 12 },
  { address: "192.168.0.0", prefix: 16 },
];

/** https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq */
export const FORBIDDEN: readonly string[] = [
  "127.0.0.0/8",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "224.0.0.0/4",
  "255.255.255.255/32",
];

const sizeOf = ({ prefix }: Cidr): number => 2 ** (32 - prefix);

function firstOf(range: Cidr): number {
  const bits = range.address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return bits - (bits % sizeOf(range));
}
