interface IpRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** The first of the ranges that shares addresses with one of the others, and that one. CIDR; what is no IPv4 range shares none. */
export function overlapOf(
  ours: readonly string[],
  theirs: readonly string[],
): readonly [ours: string, theirs: string] | undefined {
  for (const one of ours) {
    const other = theirs.find((their) => overlap(one, their));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

function overlap(one: string, other: string): boolean {
  const [a, b] = [parsed(one), parsed(other)];
  return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}

function parsed(cidr: string): IpRange | undefined {
  const [, address = "", length] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(cidr.trim()) ?? [];
  if (length === undefined) return undefined;
  const value = address.split(".").reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
  const size = 1n << BigInt(32 - Math.min(32, Number(length)));
  const first = (value / size) * size;
  return { first, last: first + size - 1n };
}
