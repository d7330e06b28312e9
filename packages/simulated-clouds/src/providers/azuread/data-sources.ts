import { sameGuid, type Application, type ServicePrincipal } from "../../clouds/entra/directory";
import { text, type Value, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { DataSourceBehaviour } from "../../protocol/provider-definition";
import { attempting } from "../azure-sdk/errors";
import type { AzureadClient } from "./client";
import { applicationId } from "./common";
import { computed } from "./service-principal";

type DataSource = DataSourceBehaviour<AzureadClient>;

/** Whom the provider acts as; asks nobody. */
const clientConfig: DataSource = {
  read(_config, { client }) {
    const { clientId, objectId, tenantId } = client.account;
    return {
      id: `${tenantId}-${clientId}-${objectId}`,
      client_id: clientId,
      object_id: objectId,
      tenant_id: tenantId,
    };
  },
};

/** assumed: the wording of what is not found. */
function notFound(kind: string, config: Values, names: readonly string[]): Failure {
  const given = names.find((name) => text(config[name]) !== "") ?? names[0];
  const summary = `No ${kind} found for ${given.replaceAll("_", " ")}: "${text(config[given])}"`;
  return new Failure({ summary, path: [given] });
}

const application: DataSource = {
  async read(config, { client }) {
    const found = await attempting("Listing applications", () =>
      client.graph((token) => client.world.entra.applications.list(token, (one) => matches(one, config))),
    );
    if (found.length === 0) throw notFound("application", config, ["client_id", "object_id", "display_name"]);
    const [{ objectId, clientId, displayName, signInAudience, properties, owners }] = found;
    const kept = properties as Values;
    const listed = (name: string): Value[] => (Array.isArray(kept[name]) ? kept[name] : []);
    return {
      id: applicationId(objectId),
      object_id: objectId,
      client_id: clientId,
      display_name: displayName,
      sign_in_audience: signInAudience,
      description: text(kept.description),
      notes: text(kept.notes),
      tags: listed("tags"),
      owners: [...owners],
      identifier_uris: listed("identifier_uris"),
    };
  },
};

const servicePrincipal: DataSource = {
  async read(config, { client }) {
    const { servicePrincipals } = client.world.entra;
    const found = await attempting("Listing service principals", () =>
      client.graph((token) => servicePrincipals.list(token, (one) => matches(one, config))),
    );
    if (found.length === 0) throw notFound("service principal", config, ["client_id", "object_id", "display_name"]);
    const [principal] = found;
    return {
      id: `/servicePrincipals/${principal.objectId}`,
      client_id: principal.clientId,
      ...computed(client, principal, {}),
    };
  },
};

function matches(one: Application | ServicePrincipal, config: Values): boolean {
  const [clientId, objectId, name] = [config.client_id, config.object_id, config.display_name].map(text);
  if (clientId !== "") return sameGuid(one.clientId, clientId);
  return objectId === "" ? one.displayName === name : sameGuid(one.objectId, objectId);
}

export const dataSources: Record<string, DataSource> = {
  azuread_application: application,
  azuread_client_config: clientConfig,
  azuread_service_principal: servicePrincipal,
};
