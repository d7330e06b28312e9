import { createHash } from "node:crypto";
import { DefaultTokenResolver, StringConcat, Token, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * What a value is to Terraform: a literal itself, a token its expression. It is the same in every run, while the number that cdktf gives
 * a token is not.
 */
export function expressionOf(scope: IConstruct, value: string): string {
  if (!Token.isUnresolved(value)) return value;
  const { root } = scope.node;
  const known = expressions.get(root) ?? new Map<string, string>();
  expressions.set(root, known);
  const expression = known.get(value) ?? JSON.stringify(inTerraform(scope, value));
  known.set(value, expression);
  return expression;
}

/** Many links ask for the same few, and cdktf walks through a token each time. */
const expressions = new WeakMap<IConstruct, Map<string, string>>();

/** A text as Terraform will read it, each token in it as its expression. */
export function inTerraform(scope: IConstruct, value: string): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}

/** What stands for a value in a construct id: a literal itself, in lower case; for a token its expression's hash. */
export function keyOf(scope: IConstruct, value: string): string {
  if (!Token.isUnresolved(value)) return value.toLowerCase();
  return shortHash(expressionOf(scope, value));
}

/** Eight characters that stand for a text. */
export const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);
