import { Fn, Token, Tokenization } from "cdktf";

/** A value as an operand inside `${}`: a token stands bare there, a literal in quotes. */
export function operand(value: string): string {
  if (!Token.isUnresolved(value)) return JSON.stringify(value);
  const { tokens, literals } = Tokenization.reverseString(value);
  const bare = tokens.length === 1 && literals.length === 0;
  // Text around a token would lose the braces of its interpolation, so it is left to a function call.
  return bare ? value : Token.asString(Fn.join("", [value]));
}
