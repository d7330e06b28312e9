import { Fn, Token } from "cdktf";

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
