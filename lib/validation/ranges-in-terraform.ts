import { Fn, Token } from "cdktf";

// Ranges that only Terraform knows, compared in its language. Each of these is an operand, to stand inside `${}`.

/** The ranges of a network; none where they are null, as those of a network from an address pool are. */
export const rangesInTerraform = (ranges: readonly string[]): string =>
  `try(split(",", ${Token.asString(Fn.join(",", [...ranges]))}), [])`;

/** Ranges of IPv6 cannot overlap one of IPv4, and Aiven's networks have none. */
export const isIPv4Range = (range: string): string => `length(regexall(":", ${range})) == 0`;

/** Whether two ranges overlap: cut to the shorter prefix, they are the same then. What is no range overlaps nothing. */
export function overlapInTerraform(a: string, b: string): string {
  const prefix = `min(split("/", ${a})[1], split("/", ${b})[1])`;
  const cut = (range: string) => `cidrsubnet(format("%s/%d", split("/", ${range})[0], ${prefix}), 0, 0)`;
  return `try(${cut(a)} == ${cut(b)}, false)`;
}
