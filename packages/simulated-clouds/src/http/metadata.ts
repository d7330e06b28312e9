import { ok, route, type Route } from "./router";

/**
 * The document by which azurerm and azuread, and other tools for Azure, learn where everything is. Its form depends on the
 * version that is asked for: since 2022 one cloud, before that only what the oldest clients need.
 */
export function metadataRoutes(): Route[] {
  return [
    route("GET", "/metadata/endpoints", ({ origin, query }) => {
      const since2022 = (query.get("api-version") ?? "") >= "2022";
      return ok(since2022 ? cloud(origin) : oldest(origin));
    }),
  ];
}

const authentication = (origin: string) => ({ loginEndpoint: `${origin}/`, audiences: [`${origin}/`] });

const oldest = (origin: string) => ({
  galleryEndpoint: `${origin}/gallery`,
  graphEndpoint: `${origin}/aad-graph`,
  portalEndpoint: `${origin}/portal`,
  authentication: authentication(origin),
});

const cloud = (origin: string) => ({
  name: "SimulatedCloud",
  portal: `${origin}/portal`,
  authentication: { ...authentication(origin), tenant: "common", identityProvider: "AAD" },
  // azurerm before 5 asks for `//subscriptions/…` where a slash is at the end, and then never sees that a network is gone
  resourceManager: origin,
  microsoftGraphResourceId: `${origin}/graph`,
  graph: `${origin}/aad-graph`,
  graphAudience: `${origin}/aad-graph`,
  gallery: `${origin}/gallery`,
  // nothing is served under these names; clients want to know them all the same
  suffixes: {
    acrLoginServer: "azurecr.invalid",
    attestationEndpoint: "attest.invalid",
    azureFrontDoorEndpointSuffix: "azurefd.invalid",
    keyVaultDns: "vault.invalid",
    mhsmDns: "managedhsm.invalid",
    mysqlServerEndpoint: "mysql.database.invalid",
    postgresqlServerEndpoint: "postgres.database.invalid",
    sqlServerHostname: "database.invalid",
    storage: "core.invalid",
    storageSyncEndpointSuffix: "afs.invalid",
    synapseAnalytics: "azuresynapse.invalid",
  },
});
