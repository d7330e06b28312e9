import { TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { expressionOf } from "./keys";
import { addressOf } from "./resources";

/** `type.name`, as a managed resource begins in an expression; a data source has `data.` before it. */
const REFERENCE = /(?<![\w.-])([a-z][a-z0-9]*_[a-z0-9_]+)\.([A-Za-z_][\w-]*)/g;

/**
 * The managed resources of the stack of `consumer` that values refer to. What such a resource is made of may be unknown when the stack is
 * planned, and is removed together with the stack.
 */
export function resourcesIn(consumer: IConstruct, values: readonly (string | undefined)[]): TerraformResource[] {
  const addresses = new Set(
    values.flatMap((value) =>
      value === undefined
        ? []
        : [...expressionOf(consumer, value).matchAll(REFERENCE)].map(([, type, name]) => `${type}.${name}`),
    ),
  );
  if (addresses.size === 0) return [];
  return TerraformStack.of(consumer)
    .node.findAll()
    .filter((each): each is TerraformResource => TerraformResource.isTerraformResource(each))
    .filter((resource) => addresses.has(addressOf(resource)));
}
