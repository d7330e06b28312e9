import { DefaultTokenResolver, type IResolveContext, StringConcat, TerraformStack, Token, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { createHash } from "node:crypto";
import { Registry } from "./registry";
import { isEvaluated } from "./template";

/**
 * What a value is to Terraform: a literal itself, also where it is produced late, a token its expression. It is the same in every run, while
 * the number that cdktf gives a token is not.
 */
export function expressionOf(scope: IConstruct, value: string): string {
  if (!Token.isUnresolved(value)) return value;
  const { root } = scope.node;
  const known = expressions.get(root) ?? new Map<string, string>();
  expressions.set(root, known);
  const found = known.get(value);
  if (found !== undefined) return found;
  const text = inTerraform(scope, value);
  // What is produced later than now has no other name yet.
  if (text === undefined) return value;
  const expression = typeof text === "string" && !isEvaluated(text) ? text : JSON.stringify(text);
  known.set(value, expression);
  return expression;
}

/** Many networks ask for the same few, and cdktf walks through a token each time. */
const expressions = new WeakMap<IConstruct, Map<string, string>>();

/** What a value is in the configuration of a stack, each token in it as its expression. */
export const resolved = (value: unknown, { scope, preparing }: Pick<IResolveContext, "scope" | "preparing">): unknown =>
  Tokenization.resolve(value, { scope, preparing, resolver: new DefaultTokenResolver(new StringConcat()) });

/** The stacks whose elements a value refers to, however deep in it. */
export function originsOf(scope: IConstruct, value: string): TerraformStack[] {
  const origins = new Set<TerraformStack>();
  class Origins extends DefaultTokenResolver {
    public override resolveToken(...[token, ...rest]: Parameters<DefaultTokenResolver["resolveToken"]>): unknown {
      // cdktf declares it as private to a reference.
      const { originStack } = token as { originStack?: TerraformStack };
      if (originStack !== undefined) origins.add(originStack);
      return super.resolveToken(token, ...rest);
    }
  }
  Tokenization.resolve(value, { scope, preparing: false, resolver: new Origins(new StringConcat()) });
  return [...origins];
}

/** A text as Terraform will read it, each token in it as its expression; undefined where a token of it cannot be resolved yet. */
export function inTerraform(scope: IConstruct, value: string): unknown {
  try {
    return resolved(value, { scope, preparing: false });
  } catch {
    return undefined;
  }
}

/** What stands for a value in a construct id: a literal itself, in lower case; for a token its expression's hash. */
export function keyOf(scope: IConstruct, value: string): string {
  const expression = expressionOf(scope, value);
  return Token.isUnresolved(value) && isEvaluated(expression) ? shortHash(expression) : expression.toLowerCase();
}

/** Eight characters that stand for a text. */
export const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Constructs whose ids count in the names that nobody gave. */
const telling = new WeakSet<IConstruct>();

/** Who has which key, by what it distinguishes. */
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
