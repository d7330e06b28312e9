import { createHash } from "node:crypto";
import type { PeeringConnection } from "../../clouds/aiven/peering-connection";
import { seconds } from "../../clouds/clock";
import { text, type Values } from "../../protocol/cty";
import { Failure, type Diagnostic } from "../../protocol/diagnostics";
import type { DataSourceBehaviour, ResourceBehaviour, ResourceContext } from "../../protocol/provider-definition";
import { waitForState } from "../state-change";
import { findConnection, peerOf, peerValues } from "./azure-peering";
import { organization, splitId, type AivenClient } from "./client";
import { generated, isNotFound } from "./errors";
import { diagnosticOf } from "./peering-states";

type Context = ResourceContext<AivenClient>;

const WAITS = { delay: seconds(1), minTimeout: seconds(5) };
const DELETING = "Error deleting Azure Aiven VPC Peering Connection:";

/**
 * `aiven_azure_org_vpc_peering_connection`, in beta. Its id holds the resource group; it has no `state_info`, so the
 * network to peer with must come from elsewhere.
 */
export const azureOrgVpcPeeringConnection: ResourceBehaviour<AivenClient> = {
  forceNew: [
    "organization_id",
    "organization_vpc_id",
    "azure_subscription_id",
    "vnet_name",
    "peer_resource_group",
    "peer_azure_app_id",
    "peer_azure_tenant_id",
  ],
  timeouts: { create: "20m", read: "20m", delete: "20m" },

  async create(planned, context) {
    const connection = await created(planned, context);
    const diagnostic = diagnosticOf(connection);
    const values = valuesOf(planned, connection);
    if (diagnostic && diagnostic.severity !== "warning") {
      // unlike the project's connection this one leaves nothing in the state
      throw new Failure([diagnostic, ...(await remove(values, context))]);
    }
    if (diagnostic) context.warn(diagnostic);
    return values;
  },

  read(current, { client }) {
    try {
      return valuesOf(identified(current), lookUp(client, identified(current)));
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error instanceof Failure ? error : new Failure({ summary: generated("OrganizationVpcGet", error) });
    }
  },

  async delete(prior, context) {
    const found = await remove(prior, context);
    if (found.length > 0) throw new Failure(found);
  },
};

async function created(planned: Values, { client, timeout, signal }: Context): Promise<PeeringConnection> {
  const owner = organization(text(planned.organization_id));
  const vpcId = text(planned.organization_vpc_id);
  const say = (what: string) => new Failure({ summary: `Error creating VPC peering connection: ${what}` });
  try {
    client.api.peeringConnections.create(client.caller, owner, vpcId, peerOf(planned));
  } catch (error) {
    const reason = generated("OrganizationVpcPeeringConnectionCreate", error);
    throw say(`error creating VPC peering connection: ${reason}`);
  }
  try {
    const connection = await waitForState({
      clock: client.clock,
      signal,
      timeout,
      pending: ["APPROVED"],
      // any other state ends the wait
      target: [""],
      ...WAITS,
      refresh: () => {
        const thing = lookUp(client, planned);
        return { thing, state: thing.state === "APPROVED" ? thing.state : "" };
      },
    });
    return connection as PeeringConnection;
  } catch (error) {
    const reason = generated("OrganizationVpcGet", error);
    throw say(`error waiting for VPC peering connection to change state: ${reason}`);
  }
}

function lookUp(client: AivenClient, values: Values): PeeringConnection {
  const { peerCloudAccount, peerVpc, peerResourceGroup } = peerOf(values);
  const sought = { peerCloudAccount, peerVpc, peerResourceGroup };
  return findConnection(client, organization(text(values.organization_id)), text(values.organization_vpc_id), sought);
}

async function remove(prior: Values, { client, timeout, signal }: Context): Promise<Diagnostic[]> {
  const owner = organization(text(prior.organization_id));
  try {
    client.api.peeringConnections.delete(client.caller, owner, text(prior.organization_vpc_id), peerOf(prior));
  } catch (error) {
    if (isNotFound(error)) return [];
    const reason = generated("OrganizationVpcPeeringConnectionDeleteById", error);
    return [{ summary: `${DELETING} error deleting VPC peering connection: ${reason}` }];
  }
  try {
    await waitForState({
      clock: client.clock,
      signal,
      timeout,
      pending: [],
      target: ["DELETED"],
      ...WAITS,
      refresh: () => {
        const thing = lookUp(client, prior);
        return { thing, state: thing.state };
      },
    });
  } catch (error) {
    if (!isNotFound(error)) {
      return [{ summary: `${DELETING} error waiting for deletion: ${generated("OrganizationVpcGet", error)}` }];
    }
  }
  return [];
}

/** The arguments that the id holds, for a read after an import. */
function identified(current: Values): Values {
  const parts = splitId(text(current.id), 5);
  if (!parts)
    throw new Failure({ summary: `error parsing Azure peering VPC ID: invalid resource id: ${text(current.id)}` });
  const [organization_id, organization_vpc_id, azure_subscription_id, vnet_name, peer_resource_group] = parts;
  return { organization_id, organization_vpc_id, azure_subscription_id, vnet_name, peer_resource_group };
}

function valuesOf({ organization_id, organization_vpc_id }: Values, connection: PeeringConnection): Values {
  const { peerCloudAccount, peerVpc, peerResourceGroup } = connection;
  const owner = [text(organization_id), text(organization_vpc_id)];
  return {
    id: [...owner, peerCloudAccount, peerVpc, peerResourceGroup].join("/"),
    organization_id,
    organization_vpc_id,
    ...peerValues(connection),
    state: connection.state,
    peering_connection_id: connectionId(connection),
  };
}

/** assumed: Aiven's own id of the connection; no fact says what it looks like beyond being one. */
function connectionId({ vpc, peerCloudAccount, peerResourceGroup, peerVpc, createTime }: PeeringConnection): string {
  const key = [vpc.id, peerCloudAccount, peerResourceGroup, peerVpc, createTime].join("/");
  return createHash("sha256")
    .update(key)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}

export const azureOrgVpcPeeringConnectionData: DataSourceBehaviour<AivenClient> = {
  read(config, { client }) {
    try {
      return valuesOf(config, lookUp(client, config));
    } catch (error) {
      if (isNotFound(error)) throw new Failure({ summary: "VPC peering connection not found" });
      throw new Failure({ summary: generated("OrganizationVpcGet", error) });
    }
  },
};
