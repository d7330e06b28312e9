import type { Sleep } from "@cdktf/provider-time/lib/sleep";
import { Fn, Token } from "cdktf";
import { addressOf } from "./address";

/**
 * A value that is unknown until a wait is over. The triggers of a wait that is yet to be created are known to a plan as soon as their
 * sources are, and after an apply that stopped half-way a provider would sign in with them too early.
 */
export const after = (wait: Sleep, value: string): string =>
  Token.asString(Fn.element(Fn.split("|", Fn.join("|", [wait.id, value])), 1));

/** The same of one of the wait's own triggers, as plain text: for the stack of the wait alone, which costs cdktf no token. */
export const afterInStack = (wait: Sleep, trigger: string): string => {
  const address = addressOf(wait);
  return `\${element(split("|", join("|", [${address}.id, ${address}.triggers.${trigger}])), 1)}`;
};
