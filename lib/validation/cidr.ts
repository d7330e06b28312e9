import { BlockList, isIPv4 } from "node:net";

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

/** The first address of the range, which is its own address unless host bits are set. */
export function networkAddress({ address, prefix }: Cidr): string {
  const bits = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - prefix);
  const network = bits - (bits % size);
  return [24, 16, 8, 0].map((shift) => Math.floor(network / 2 ** shift) % 256).join(".");
}

/** Whether the two ranges have an address in common. */
export function overlap(a: Cidr, b: Cidr): boolean {
  return contains(a, b.address) || contains(b, a.address);
}

function contains(range: Cidr, address: string): boolean {
  const list = new BlockList();
  list.addSubnet(range.address, range.prefix);
  return list.check(address);
}

/** RFC 1918. */
const PRIVATE: readonly Cidr[] = [
  { address: "10.0.0.0", prefix: 8 },
  { address: "172.16.0.0", prefix: 12 },
  { address: "192.168.0.0", prefix: 16 },
];

/** Whether the range lies inside one of RFC 1918's. */
export function isPrivate(range: Cidr): boolean {
  return PRIVATE.some((block) => block.prefix <= range.prefix && contains(block, range.address));
}
