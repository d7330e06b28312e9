import type { Sleep } from "@cdktf/provider-time/lib/sleep";
import { Fn, type IResolvable, type IResolveContext, Token } from "cdktf";
import { resolved } from "./keys";
import { addressOf } from "./resources";
import { isReferring, operandOf } from "./template";

/**
 * A value inside of an expression. cdktf knows of a token there whether it is resolved inside of `${}`, and not what it resolves to: text, as
 * that of a Lazy, or beside another token, would stand there without quotes. So it is resolved as if it stood alone, and then quoted.
 */
class Operand implements IResolvable {
  /** None: cdktf would take a stack trace for each. */
  public readonly creationStack: string[] = [];

  /** @param isBare whether it always stands inside of `${}`, which cdktf loses sight of behind another `}` */
  constructor(
    private readonly value: unknown,
    private readonly isBare: boolean,
  ) {}

  public resolve(context: IResolveContext): string {
    const operand = operandOf(resolved(this.value, context));
    return this.isBare || context.suppressBraces ? operand : `\${${operand}}`;
  }

  public toString(): string {
    return Token.asString(this);
  }

  public toJSON(): string {
    return "<unresolved operand>";
  }
}

/** A value as an argument of one of cdktf's functions, or as a value of its own. */
export const whole = (value: unknown): string => Token.asString(new Operand(value, false));

/** A value as an operand inside `${}`: a reference stands bare there, a text in quotes. */
export const operand = (value: unknown): string =>
  Token.isUnresolved(value) || Array.isArray(value) ? Token.asString(new Operand(value, true)) : operandOf(value);

/**
 * Terraform takes no condition that refers to nothing ("The condition expression must refer to at least one object"), as one on values that
 * are produced late. To refer to the module's path changes nothing.
 */
class Condition implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly condition: string) {}

  public resolve(context: IResolveContext): string {
    const text = String(resolved(this.condition, context));
    return isReferring(text) ? text : `\${${operandOf(text)} && path.module != ""}`;
  }

  public toString(): string {
    return Token.asString(this);
  }

  public toJSON(): string {
    return "<unresolved condition>";
  }
}

/** A condition of a resource, an expression in `${}`. */
export const condition = (text: string): string => Token.asString(new Condition(text));

/** A value in the text of a message. Terraform cannot put null into a text, and would complain about the message instead. */
export function shown(value: string): string {
  if (!Token.isUnresolved(value)) return value;
  const text = operand(value);
  return `\${try(tostring(${text}), null) == null ? "null" : ${text}}`;
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
  `try(split(",", join(",", ${operand(ranges)})), [])`;

/** Ranges of IPv6 cannot overlap one of IPv4, and Aiven's networks have none. */
export const isIPv4Range = (range: string): string => `length(regexall(":", ${range})) == 0`;

/** Whether two ranges overlap: cut to the shorter prefix, they are the same then. What is no range overlaps nothing. */
export function overlapInTerraform(a: string, b: string): string {
  const prefix = `min(split("/", ${a})[1], split("/", ${b})[1])`;
  const cut = (range: string) => `cidrsubnet(format("%s/%d", split("/", ${range})[0], ${prefix}), 0, 0)`;
  return `try(${cut(a)} == ${cut(b)}, false)`;
}
