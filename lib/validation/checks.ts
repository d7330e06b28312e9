import { Fn, type Precondition, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { condition, shown, whole } from "../terraform/expressions";
import { given, isUnknownScalar, readable } from "../terraform/given";
import { placed, refuse } from "../terraform/refuse";
import { isTemplate } from "../terraform/template";

/** What a value must be: decided at synth for a literal, by Terraform for a token. */
export interface Rule {
  /** Whether a literal value is allowed. */
  readonly allows: (value: string) => boolean;
  /** A Terraform condition on a token; absent where only a literal can be validated. */
  readonly condition?: (value: string) => string;
  /** Completes "… is not allowed, use …". */
  readonly allowed: string;
}

/** A rule that a regular expression states: one text for JavaScript and Terraform (RE2), so without look-around. */
export function pattern(source: string, allowed: string): Rule {
  const expression = new RegExp(`^(?:${source})$`, "u");
  const escaped = `^(?:${source})$`.replace(/\\/g, "\\\\");
  return {
    allows: (value) => expression.test(value),
    condition: (value) => Token.asString(Fn.can(Fn.regex(escaped, whole(value)))),
    allowed,
  };
}

const refusal = (property: string, shownValue: string, allowed: string): string =>
  `${property}: ${shownValue} is not allowed, use ${allowed}`;

/** Throws where a literal breaks the rule; a token passes. */
export function requireLiteral(scope: IConstruct | undefined, property: string, value: unknown, rule: Rule): void {
  if (isUnknownScalar(value)) return;
  if (value === undefined || value === null) refuse(scope, `${property}: missing, give ${rule.allowed}`);
  if (typeof value !== "string" || !rule.allows(value)) refuse(scope, refusal(property, given(value), rule.allowed));
  requireTemplate(scope, property, value, given);
}

/**
 * Refuses a text that Terraform could not read.
 *
 * @param show how it is shown
 */
export function requireTemplate(
  scope: IConstruct | undefined,
  property: string,
  value: string,
  show: (value: unknown) => string,
): void {
  if (Token.isUnresolved(value) || isTemplate(value)) return;
  refuse(
    scope,
    `${property}: ${show(value)} is not allowed, "\${" and "%{" begin what Terraform evaluates and "}" ends it; write "$\${" and "%%{" for ` +
      "these characters themselves",
  );
}

/** Validates values as early as they are known, and keeps what only Terraform can validate as preconditions of one resource. */
export class Checks {
  private readonly conditions: Precondition[] = [];

  /** @param scope the construct whose values are validated; every message names it */
  constructor(public readonly scope: IConstruct) {}

  /** Applies a rule: throws for a literal, adds a precondition for a token, passes what is absent. */
  public rule(property: string, value: string | undefined, rule: Rule): this {
    if (value === undefined) return this;
    requireLiteral(this.scope, property, value, rule);
    if (Token.isUnresolved(value) && rule.condition) {
      this.condition(rule.condition(value), refusal(property, `"${shown(value)}"`, rule.allowed));
    }
    return this;
  }

  /** Applies a rule to a literal; what is absent or a token passes. */
  public literal(property: string, value: string | undefined, rule: Rule): this {
    if (value !== undefined) requireLiteral(this.scope, property, value, rule);
    return this;
  }

  /**
   * Compares values: at synth where all are literals, by Terraform where one is a token.
   *
   * @param message what is wrong; it is given how a value is shown
   */
  public either(
    values: readonly string[],
    isAllowed: () => boolean,
    inTerraform: () => string,
    message: (show: (value: string) => string) => string,
  ): this {
    if (values.some((value) => Token.isUnresolved(value))) return this.condition(inTerraform(), message(shown));
    return isAllowed() ? this : this.refuse(message(readable));
  }

  /** Adds a condition in Terraform's language. */
  public condition(text: string, errorMessage: string): this {
    this.conditions.push({ condition: condition(text), errorMessage: placed(this.scope, errorMessage) });
    return this;
  }

  /** Adds conditions that somebody else has found. */
  public include(conditions: readonly Precondition[]): this {
    this.conditions.push(...conditions);
    return this;
  }

  public refuse(message: string): never {
    return refuse(this.scope, message);
  }

  /** The preconditions, or undefined where there are none. */
  public get preconditions(): Precondition[] | undefined {
    return this.conditions.length > 0 ? this.conditions : undefined;
  }
}
