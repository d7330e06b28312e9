import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { shortHash } from "./key-of";
import { Registry } from "./registry";

/** Constructs whose ids count in the names that nobody gave. */
const telling = new WeakSet<IConstruct>();

/** Who has which key, by what it keeps apart. */
const taken = Registry.perStack<IConstruct>();

/** Makes the id of a construct count in the keys of what is below it. */
export function tellApart(construct: IConstruct): void {
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
