import { Fn, Token } from "cdktf";
import { whole } from "./hcl";

/** A literal at synth, a token by Terraform. */
export function inLowerCase(value: string): string {
  return Token.isUnresolved(value) ? Token.asString(Fn.lower(whole(value))) : value.toLowerCase();
}
