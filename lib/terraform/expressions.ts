import type { Sleep } from "@cdktf/provider-time/lib/sleep";
import { Fn, Token } from "cdktf";
import { addressOf } from "./resources";

const TOKEN = /(\$\{TfToken\[[^\]]*\]\})/;

/**
 * A value as one token or one literal: cdktf garbles text around a token once it stands inside a function call. Some of cdktf's functions
 * return anything, and so a token that is no text where one is expected.
 */
export function whole(value: string): string {
  if (typeof value !== "string") return Token.asString(value);
  const pieces = value.split(TOKEN).filter((piece) => piece !== "");
  return pieces.length > 1 ? Token.asString(Fn.join("", pieces)) : value;
}

/** A value as an operand inside `${}`: a token stands bare there, a literal in quotes. */
export function operand(value: string): string {
  return Token.isUnresolved(value) ? whole(value) : JSON.stringify(value);
}

/** A value in the text of a message. Terraform cannot put null into a text, and would complain about the message instead. */
export function shown(value: string): string {
  return Token.isUnresolved(value)
    ? `\${try(tostring(${operand(value)}), null) == null ? "null" : ${operand(value)}}`
    : value;
}

/** A literal at synth, a token by Terraform. */
export function inLowerCase(value: string): string {
  return Token.isUnresolved(value) ? Token.asString(Fn.lower(whole(value))) : value.toLowerCase();
}

/**
 * A value that is unknown until a wait is over. The triggers of a wait that is yet to be created are known to a plan as soon as their
 * sources are, and after an apply that has stopped a provider would sign in with them too early.
 */
export const after = (wait: Sleep, value: string): string =>
  Token.asString(Fn.element(Fn.split("|", Fn.join("|", [wait.id, value])), 1));

/** The same of one of the wait's own triggers, as plain text: for the stack of the wait alone, which costs cdktf no token. */
export const afterInStack = (wait: Sleep, trigger: string): string => {
  const address = addressOf(wait);
  return `\${element(split("|", join("|", [${address}.id, ${address}.triggers.${trigger}])), 1)}`;
};

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
