import { attributesOf, blocksOf, type Attribute, type Block, type ProviderSchema, type Schema } from "./schema";

/** The schema as the protocol's message: what Terraform checks every configuration against. */
export function schemaMessage(schema: ProviderSchema) {
  return {
    provider: message(schema.provider),
    resource_schemas: messages(schema.resource_schemas),
    data_source_schemas: messages(schema.data_source_schemas),
    // plan_destroy: a destroy is planned too; get_provider_schema_optional: one fetch serves a whole terraform process;
    // move_resource_state: announced by every provider, whether or not one of its resource types takes another's state
    server_capabilities: { plan_destroy: true, get_provider_schema_optional: true, move_resource_state: true },
  };
}

const message = (schema: Schema) => ({ version: schema.version ?? 0, block: blockMessage(schema.block) });

const messages = (schemas: Record<string, Schema> = {}) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, message(schema)]));

interface BlockMessage {
  attributes: object[];
  block_types: object[];
  deprecated: boolean;
}

function attributeMessage([name, attribute]: [string, Attribute]): object {
  const nested = attribute.nested_type;
  return {
    name,
    ...(nested
      ? {
          nested_type: {
            attributes: Object.entries(nested.attributes).map(attributeMessage),
            nesting: nested.nesting_mode.toUpperCase(),
          },
        }
      : { type: Buffer.from(JSON.stringify(attribute.type)) }),
    description: attribute.description ?? "",
    required: attribute.required ?? false,
    optional: attribute.optional ?? false,
    computed: attribute.computed ?? false,
    sensitive: attribute.sensitive ?? false,
    deprecated: attribute.deprecated ?? false,
    write_only: attribute.write_only ?? false,
  };
}

function blockMessage(block: Block): BlockMessage {
  return {
    attributes: attributesOf(block).map(attributeMessage),
    block_types: blocksOf(block).map(([name, nested]) => ({
      type_name: name,
      block: blockMessage(nested.block),
      nesting: nested.nesting_mode.toUpperCase(),
      min_items: nested.min_items ?? 0,
      max_items: nested.max_items ?? 0,
    })),
    deprecated: block.deprecated ?? false,
  };
}
