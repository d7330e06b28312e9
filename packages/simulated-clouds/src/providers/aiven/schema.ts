import type { ProviderDefinition } from "../../protocol/provider-definition";
import type { ProviderSchema, Schema } from "../../protocol/schema";
import { schemaOf } from "../../protocol/schema-files";

type Behaviours = Required<Pick<ProviderDefinition, "resources" | "dataSources">>;

let served: ProviderSchema | undefined;

/**
 * The schemas of what is simulated. Terraform reads all that it is sent in each of its processes, and the provider's 154 schemas would
 * make that longer by one part in two.
 */
export function servedSchema({ resources, dataSources }: Behaviours): ProviderSchema {
  const { provider, resource_schemas = {}, data_source_schemas = {} } = schemaOf("aiven/aiven");
  return (served ??= {
    provider,
    resource_schemas: pick(resource_schemas, resources),
    data_source_schemas: pick(data_source_schemas, dataSources),
  });
}

const pick = (schemas: Record<string, Schema>, behaviours: object) =>
  Object.fromEntries(Object.entries(schemas).filter(([name]) => name in behaviours));
