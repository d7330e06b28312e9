import type { AivenPeeringConnection, AivenVpc } from "../clouds/aiven";
import type { VirtualNetwork, VirtualNetworkPeering } from "../clouds/arm";
import { CloudError } from "../clouds/errors";
import { once, type Clouds } from "../clouds/clouds";
import type { Application, ServicePrincipal } from "../clouds/graph";
import { AIVEN_APPLICATION_ID, type SubjectVpc } from "../subject/subject";
import { findSides, findVpc, isWith } from "../subject/sides";
import type { IntendedIdentity, IntendedNetwork, IntendedPeering, Intent } from "./intent";

/** What every check works with. */
export interface Examination {
  readonly intent: Intent;
  readonly clouds: Clouds;
  /** The VPCs that are there already, with their connections. */
  readonly vpcs: ReadonlyMap<SubjectVpc, AivenVpc | undefined>;
}

export async function examinationOf(intent: Intent, clouds: Clouds): Promise<Examination> {
  const vpcs = new Map<SubjectVpc, AivenVpc | undefined>();
  for (const { vpc } of intent.peerings) {
    if (!vpcs.has(vpc)) vpcs.set(vpc, await seenVpc(vpc, networksOf(intent, vpc), clouds));
  }
  return { intent, clouds, vpcs };
}

/** Undefined too where there is no such project, or not for whoever asks: the check of the project says that. */
async function seenVpc(vpc: SubjectVpc, networks: readonly IntendedNetwork[], clouds: Clouds) {
  try {
    return await findVpc(vpc, networks, clouds);
  } catch (error) {
    if (error instanceof CloudError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

/** The networks that are peered with a VPC. */
export const networksOf = ({ peerings }: Intent, wanted: SubjectVpc): readonly IntendedNetwork[] =>
  peerings.filter(({ vpc }) => vpc === wanted).flatMap(({ networks }) => networks);

/** States that no connection leaves: https://aiven.io/docs/platform/reference/vpc-peering-connection-states */
const FINAL = ["DELETING", "DELETED", "DELETED_BY_PEER", "REJECTED_BY_PEER", "INVALID_SPECIFICATION", "ERROR"];

/** Whether the peering is there already, so that what the stack has created for it is no obstacle. */
export const isPeered = (connection: AivenPeeringConnection | undefined): boolean =>
  connection !== undefined && !FINAL.includes(connection.state);

/** Aiven's connection of a network, one in a final state included. */
const connectionOf = (vpc: AivenVpc | undefined, network: IntendedNetwork): AivenPeeringConnection | undefined =>
  vpc?.peering_connections?.find((each) => isWith(each, network));

/** Whether one of the stack's peerings is there already. */
export const isAnyPeered = ({ intent, vpcs }: Examination): boolean =>
  intent.peerings.some(({ vpc, networks }) =>
    networks.some((network) => isPeered(connectionOf(vpcs.get(vpc), network))),
  );

/** Who peers. */
export interface IdentityScope extends Examination {
  readonly identity: IntendedIdentity;
  /** The networks that it peers. */
  readonly networks: readonly IntendedNetwork[];
  /** A connection that is there, so that all that it needs exists. */
  readonly connection?: AivenPeeringConnection;
  /** The client id, as the stack or the connection says it. */
  readonly clientId?: string;
  /** The application as the tenant has it. */
  readonly application: () => Promise<Application | undefined>;
  /** The application's service principal. */
  readonly servicePrincipal: () => Promise<ServicePrincipal | undefined>;
  /** Aiven's service principal. */
  readonly aivens: () => Promise<ServicePrincipal | undefined>;
}

export function identityScope(identity: IntendedIdentity, examination: Examination): IdentityScope {
  const { intent, vpcs, clouds } = examination;
  const own = intent.peerings.filter((peering) => peering.identity === identity);
  const connection = own
    .flatMap(({ vpc, networks }) => networks.map((network) => connectionOf(vpcs.get(vpc), network)))
    .find(isPeered);
  const clientId = identity.clientId ?? connection?.peer_azure_app_id;
  const of = <T>(read: (id: string) => Promise<T | undefined>) =>
    once(async () => (clientId === undefined ? undefined : read(clientId)));
  return {
    ...examination,
    identity,
    networks: own.flatMap(({ networks }) => networks),
    connection,
    clientId,
    application: of((id) => clouds.graph.application(id)),
    servicePrincipal: of((id) => clouds.graph.servicePrincipal(id)),
    aivens: once(() => clouds.graph.servicePrincipal(AIVEN_APPLICATION_ID)),
  };
}

/** A VPC. */
export interface VpcScope extends Examination {
  readonly wanted: SubjectVpc;
  /** As Aiven has it. */
  readonly vpc?: AivenVpc;
}

/** A virtual network, before it is looked for. */
export interface IntendedNetworkScope extends VpcScope {
  readonly identity: IdentityScope;
  readonly network: IntendedNetwork;
  /** Aiven's connection, one in a final state included. */
  readonly connection?: AivenPeeringConnection;
}

export function intendedNetworkScope(
  network: IntendedNetwork,
  { vpc: wanted }: IntendedPeering,
  identity: IdentityScope,
): IntendedNetworkScope {
  const { intent, clouds, vpcs } = identity;
  const vpc = vpcs.get(wanted);
  return { intent, clouds, vpcs, wanted, vpc, identity, network, connection: connectionOf(vpc, network) };
}

/** A virtual network with all that its checks look at. */
export interface NetworkScope extends IntendedNetworkScope {
  /** As Azure has it; undefined where it is not there. */
  readonly found?: VirtualNetwork;
  /** The peerings of the network. */
  readonly peerings: readonly VirtualNetworkPeering[];
  /** The lowest scope of Azure that is there: the network, its group, its subscription. */
  readonly scope?: string;
}

export async function networkScope(intended: IntendedNetworkScope): Promise<NetworkScope> {
  const { network, vpc, clouds } = intended;
  const { network: found, peerings } = await findSides(network, vpc, clouds);
  const scope = found?.id ?? (await groupOf(network, clouds)) ?? subscriptionScope(network);
  return { ...intended, found, peerings, scope };
}

async function groupOf({ subscriptionId, resourceGroup }: IntendedNetwork, { arm }: Clouds) {
  if (subscriptionId === undefined || resourceGroup === undefined) return undefined;
  return (await arm.resourceGroup(`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`))?.id;
}

export const subscriptionScope = ({ subscriptionId }: IntendedNetwork): string | undefined =>
  subscriptionId === undefined ? undefined : `/subscriptions/${subscriptionId}`;
