import { attributesOf, blocksOf, type Block, type ProviderSchema, type Schema } from "./schema";

/** The schema as the protocol's message: what Terraform checks every configuration against. */
export function schemaMessage(schema: ProviderSchema) {
  return {
    provider: message(schema.provider),
    resource_schemas: messages(schema.resource_schemas),
    data_source_schemas: messages(schema.data_source_schemas),
    // plan_destroy: a destroy is planned too; get_provider_schema_optional: one fetch serves a whole terraform process
    server_capabilities: { plan_destroy: true, get_provider_schema_optional: true, move_resource_state: false },
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

function blockMessage(block: Block): BlockMessage {
  return {
    attributes: attributesOf(block).map(([name, attribute]) => ({
      name,
      type: Buffer.from(JSON.stringify(attribute.type)),
      description: attribute.description ?? "",
      required: attribute.required ?? false,
      optional: attribute.optional ?? false,
      computed: attribute.computed ?? false,
      sensitive: attribute.sensitive ?? false,
      deprecated: attribute.deprecated ?? false,
      write_only: attribute.write_only ?? false,
    })),
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
