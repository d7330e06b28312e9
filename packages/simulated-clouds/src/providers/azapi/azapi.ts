import type { World } from "../../clouds/world";
import type { Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { ProviderDefinition } from "../../protocol/provider-definition";
import { schemaOf } from "../../protocol/schema-files";
import { AzapiClient } from "./client";
import { sourcesOf } from "./credentials";
import { azapiResourceData } from "./data-source";
import { azapiResource } from "./resource";
import { settingsFrom } from "./settings";

/** azure/azapi. Configuring it sends nothing; only that there be a way to sign in is checked. */
export const azapi = (world: World): ProviderDefinition<AzapiClient> => ({
  address: "azure/azapi",
  schema: schemaOf("azure/azapi"),
  configure: (config) => configure(world, config),
  resources: { azapi_resource: azapiResource },
  dataSources: { azapi_resource: azapiResourceData },
});

function configure(world: World, config: Values): AzapiClient {
  const settings = settingsFrom(config, world.deployer.environment);
  const sources = sourcesOf(world, settings);
  if (sources.length === 0) {
    throw new Failure({
      summary: "Failed to obtain a credential.",
      detail: "sources must contain at least one TokenCredential",
    });
  }
  return new AzapiClient(world, settings, sources);
}
