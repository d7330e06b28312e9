import { DefaultTokenResolver, StringConcat, TerraformStack, Token, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { createHash } from "node:crypto";
import { Registry } from "./registry";

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

/** Many networks ask for the same few, and cdktf walks through a token each time. */
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

/** Constructs whose ids count in the names that nobody gave. */
const telling = new WeakSet<IConstruct>();

/** Who has which key, by what it keeps apart. */
const taken = Registry.perStack<IConstruct>();

/** Makes the id of a construct count in the keys of what is below it. */
export function includeInNameKey(construct: IConstruct): void {
  telling.add(construct);
}

/**
 * Eight characters for the names that nobody gave: of the stack's id and the ids of our own constructs above, but not of the scopes
 * between them. So wrapping a construct in another one, which Terraform's `moved` allows, renames nothing in the clouds.
 *
 * @param among what the key is for; a second construct with the same ids there gets a key of its whole path
 */
export function nameKey(construct: IConstruct, among: string): string {
  const ids = construct.node.scopes.filter((scope) => telling.has(scope)).map(({ node }) => node.id);
  const key = shortHash(JSON.stringify([TerraformStack.of(construct).node.id, ...ids]));
  const owner = taken.find(construct, `${among} ${key}`);
  if (owner !== undefined && owner !== construct) return shortHash(construct.node.path);
  taken.add(construct, `${among} ${key}`, construct);
  return key;
}
