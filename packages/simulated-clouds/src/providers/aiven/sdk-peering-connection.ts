import type { PeeringConnection } from "../../clouds/aiven/peering-connection";
import { seconds } from "../../clouds/clock";
import { isUnknown, text, type Values } from "../../protocol/cty";
import { Failure, type Diagnostic } from "../../protocol/diagnostics";
import type { DataSourceBehaviour, ResourceBehaviour, ResourceContext } from "../../protocol/provider-definition";
import { waitForState } from "../state-change";
import { connectionValues, findConnection, FORCE_NEW, partsOf, peerOf } from "./azure-peering";
import { splitId, type AivenClient } from "./client";
import { handwritten, isNotFound } from "./errors";
import { DELETABLE, diagnosticOf, SETTLED } from "./sdk-peering-states";

type Context = ResourceContext<AivenClient>;

/** Before the first look, and at least between two. */
const WAITS = { delay: seconds(10), minTimeout: seconds(5) };

/**
 * `aiven_azure_vpc_peering_connection` up to release 4.62, written with the plugin SDK. Nothing waits for ACTIVE: PENDING_PEER is a success with a warning.
 * Its id holds no resource group, so it is the same after a replacement, and for two networks of one name.
 */
export const sdkPeeringConnection: ResourceBehaviour<AivenClient> = {
  forceNew: FORCE_NEW,
  legacyTypeSystem: true,
  timeouts: { create: "20m", read: "20m", delete: "20m" },
  validate: ({ vpc_id: id }) => (isUnknown(id) || splitId(text(id), 2) ? [] : [notAVpcId()]),

  /** Of a change of the timeouts alone the SDK makes no change at all. */
  plan({ prior, planned }) {
    if (prior) planned.timeouts = prior.timeouts;
  },

  async create(planned, context) {
    const [name, vpcId] = vpcIdOf(planned);
    const { api, caller } = context.client;
    try {
      api.peeringConnections.create(caller, name, vpcId, peerOf(planned));
    } catch (error) {
      throw new Failure({ summary: `Error waiting for VPC peering connection creation: ${handwritten(error)}` });
    }
    const connection = await settled(context, name, vpcId, planned);
    const id = [name, vpcId, connection.peerCloudAccount, connection.peerVpc].join("/");
    const diagnostic = diagnosticOf(connection);
    if (diagnostic && diagnostic.severity !== "warning") {
      // the connection goes, the resource stays in the state as tainted
      const more = await remove({ ...planned, id }, context);
      throw new Failure([diagnostic, ...more], { id });
    }
    if (diagnostic) context.warn(diagnostic);
    return connectionValues(id, connection);
  },

  read(current, { client }) {
    try {
      return connectionValues(text(current.id), lookUp(client, current));
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error instanceof Failure ? error : new Failure({ summary: handwritten(error) });
    }
  },

  async delete(prior, context) {
    const found = await remove(prior, context);
    if (found.length > 0) throw new Failure(found);
  },
};

const notAVpcId = (): Diagnostic => ({
  summary: "invalid vpc_id, expected <project_name>/<vpc_id>",
  path: ["vpc_id"],
});

function vpcIdOf(values: Values): string[] {
  const parts = splitId(text(values.vpc_id), 2);
  if (!parts) throw new Failure(notAVpcId());
  return parts;
}

/** The connection once it is no longer APPROVED. A state the provider does not expect leaves an orphan: no id is saved. */
async function settled(context: Context, name: string, vpcId: string, planned: Values): Promise<PeeringConnection> {
  const { client, timeout, signal } = context;
  const { peerCloudAccount, peerVpc } = peerOf(planned);
  try {
    const connection = await waitForState({
      clock: client.clock,
      signal,
      timeout,
      pending: ["APPROVED"],
      target: SETTLED,
      ...WAITS,
      refresh: () => {
        const thing = findConnection(client, name, vpcId, { peerCloudAccount, peerVpc });
        return { thing, state: thing.state };
      },
    });
    return connection as PeeringConnection;
  } catch (error) {
    throw new Failure({ summary: `Error creating VPC peering connection: ${handwritten(error)}` });
  }
}

function lookUp(client: AivenClient, values: Values): PeeringConnection {
  const [name, vpcId, peerCloudAccount, peerVpc] = partsOfId(values);
  // after an import the resource group is not known yet
  const peerResourceGroup = text(values.peer_resource_group);
  return findConnection(client, name, vpcId, { peerCloudAccount, peerVpc, peerResourceGroup });
}

function partsOfId({ id }: Values): string[] {
  return partsOf(text(id), (reason) => ({ summary: `error parsing Azure peering VPC ID: ${reason}` }));
}

/** Deletes the connection and waits until it is gone; what went wrong comes back instead of being thrown. */
async function remove(values: Values, { client, timeout, signal }: Context): Promise<Diagnostic[]> {
  const [name, vpcId, peerCloudAccount, peerVpc] = partsOfId(values);
  const peer = { peerCloudAccount, peerVpc, peerResourceGroup: text(values.peer_resource_group) };
  try {
    client.api.peeringConnections.delete(client.caller, name, vpcId, peer);
  } catch (error) {
    if (!isNotFound(error)) {
      return [{ summary: `Error deleting VPC peering connection with resource group: ${handwritten(error)}` }];
    }
  }
  try {
    await waitForState({
      clock: client.clock,
      signal,
      timeout,
      pending: DELETABLE,
      target: ["DELETED"],
      ...WAITS,
      refresh: () => {
        const thing = lookUp(client, values);
        return { thing, state: thing.state };
      },
    });
  } catch (error) {
    if (!isNotFound(error)) {
      const reason = handwritten(error);
      return [{ summary: `Error waiting for Azure Aiven VPC Peering Connection to be DELETED: ${reason}` }];
    }
  }
  return [];
}

/** `data.aiven_azure_vpc_peering_connection` up to release 4.62: found by everything but the resource group, which its read then compares. */
export const sdkPeeringConnectionData: DataSourceBehaviour<AivenClient> = {
  validate: ({ vpc_id: id }) => (isUnknown(id) || splitId(text(id), 2) ? [] : [notAVpcId()]),

  read(config, { client }) {
    const [name, vpcId] = vpcIdOf(config);
    try {
      const connection = findConnection(client, name, vpcId, peerOf(config));
      return connectionValues([name, vpcId, connection.peerCloudAccount, connection.peerVpc].join("/"), connection);
    } catch (error) {
      if (!isNotFound(error)) {
        throw new Failure({ summary: `Error getting Azure VPC peering connection: ${handwritten(error)}` });
      }
      const sought = [name, vpcId, text(config.azure_subscription_id), text(config.vnet_name)].join("/");
      throw new Failure({ summary: `Azure peering connection ${sought} not found` });
    }
  },
};
