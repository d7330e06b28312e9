import type { ProviderDefinition } from "../../protocol/provider-definition";
import type { ProviderSchema, Schema } from "../../protocol/schema";
import { betaSchemaOf, schemaOf } from "../../protocol/schema-files";

type Behaviours = Required<Pick<ProviderDefinition, "resources" | "dataSources">>;

const served = new Map<boolean, ProviderSchema>();

/**
 * The schemas of what is simulated; those in beta only for those who set PROVIDER_AIVEN_ENABLE_BETA. Terraform reads all that it is
 * sent in each of its processes, and the provider's 154 schemas would make that half as long again.
 */
export function servedSchema({ resources, dataSources }: Behaviours, withBeta: boolean): ProviderSchema {
  const known = served.get(withBeta);
  if (known) return known;
  const [released, beta] = [schemaOf("aiven/aiven"), withBeta ? betaSchemaOf("aiven/aiven") : undefined];
  const schema = {
    provider: released.provider,
    resource_schemas: pick({ ...released.resource_schemas, ...beta?.resource_schemas }, resources),
    data_source_schemas: pick({ ...released.data_source_schemas, ...beta?.data_source_schemas }, dataSources),
  };
  served.set(withBeta, schema);
  return schema;
}

const pick = (schemas: Record<string, Schema>, behaviours: object) =>
  Object.fromEntries(Object.entries(schemas).filter(([name]) => name in behaviours));
