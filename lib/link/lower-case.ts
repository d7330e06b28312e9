import { Fn, Token } from "cdktf";

/** A literal at synth, a token by Terraform. */
export function inLowerCase(value: string): string {
  return Token.isUnresolved(value) ? Token.asString(Fn.lower(value)) : value.toLowerCase();
}
