import type { Value, Values } from "./cty";
import type { CtyType, ObjectType } from "./cty-type";

export interface Attribute {
  /** Absent where the attribute has attributes of its own. */
  type?: CtyType;
  nested_type?: NestedAttributes;
  required?: boolean;
  optional?: boolean;
  computed?: boolean;
  sensitive?: boolean;
  deprecated?: boolean;
  write_only?: boolean;
  description?: string;
}

export type Nesting = "single" | "group" | "list" | "set" | "map";

const isRepeated = (nesting: Nesting): nesting is "list" | "set" | "map" => nesting !== "single" && nesting !== "group";

/** The attributes of an attribute, written as a value: `retry = { … }`. */
export interface NestedAttributes {
  nesting_mode: "single" | "list" | "set" | "map";
  attributes: Record<string, Attribute>;
}

export interface NestedBlock {
  nesting_mode: Nesting;
  min_items?: number;
  max_items?: number;
  block: Block;
}

export interface Block {
  attributes?: Record<string, Attribute>;
  block_types?: Record<string, NestedBlock>;
  deprecated?: boolean;
}

export interface Schema {
  version?: number;
  block: Block;
}

/** The schema of one provider, in the shape of `terraform providers schema -json`. */
export interface ProviderSchema {
  provider: Schema;
  resource_schemas?: Record<string, Schema>;
  data_source_schemas?: Record<string, Schema>;
}

export const attributesOf = (block: Block): [string, Attribute][] => Object.entries(block.attributes ?? {});
export const blocksOf = (block: Block): [string, NestedBlock][] => Object.entries(block.block_types ?? {});

/** Nested attributes behave like a nested block that holds them. */
export function nestedBlockOf({ nested_type: nested }: Attribute): NestedBlock | undefined {
  return nested && { nesting_mode: nested.nesting_mode, block: { attributes: nested.attributes } };
}

function typeOf(attribute: Attribute): CtyType {
  const nested = nestedBlockOf(attribute);
  return nested ? typeOfNested(nested) : (attribute.type ?? "dynamic");
}

function typeOfNested({ nesting_mode: mode, block }: NestedBlock): CtyType {
  const inner: CtyType = ["object", membersOf(block)];
  return isRepeated(mode) ? [mode, inner] : inner;
}

/** The types of all that a block holds, attributes and nested blocks alike. */
export function membersOf(block: Block): ObjectType {
  const members: ObjectType = {};
  for (const [name, attribute] of attributesOf(block)) members[name] = typeOf(attribute);
  for (const [name, nested] of blocksOf(block)) members[name] = typeOfNested(nested);
  return members;
}

/** A block in which nothing is set: attributes are null, repeated blocks are empty. */
export function emptyOf(block: Block): Values {
  const empty: Values = {};
  for (const [name] of attributesOf(block)) empty[name] = null;
  for (const [name, nested] of blocksOf(block)) empty[name] = emptyNested(nested);
  return empty;
}

function emptyNested(nested: NestedBlock): Value {
  switch (nested.nesting_mode) {
    case "single":
      return null;
    case "group":
      return emptyOf(nested.block);
    case "map":
      return {};
    default:
      return [];
  }
}
