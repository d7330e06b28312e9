import type { AivenPeeringConnection, AivenVpc } from "../clouds/aiven";
import type { VirtualNetwork, VirtualNetworkPeering } from "../clouds/arm";
import { CloudError } from "../clouds/errors";
import { ifAllowed, unlessDenied, unlessObstructed } from "../report/check";
import { once, type Clouds } from "../clouds/clouds";
import type { Application, ServicePrincipal } from "../clouds/graph";
import { AIVEN_APPLICATION_ID, isSame, type SubjectVpc } from "../subject/subject";
import { findSides, findVpc, isWith } from "../subject/sides";
import type { IntendedIdentity, IntendedNetwork, IntendedPeering, Intent } from "./intent";

/** What every check works with. */
export interface Examination {
  readonly intent: Intent;
  readonly clouds: Clouds;
  /** The VPCs that are there already, with their connections. */
  readonly vpcs: ReadonlyMap<SubjectVpc, AivenVpc | undefined>;
  /** Why a VPC could not be read, so that nobody knows whether it is there. */
  readonly unreadVpcs: ReadonlyMap<SubjectVpc, CloudError>;
  /** Connections that another application than the stack's has: the stack has not made them. */
  readonly foreign: ReadonlySet<AivenPeeringConnection>;
}

export async function examinationOf(intent: Intent, clouds: Clouds): Promise<Examination> {
  const vpcs = new Map<SubjectVpc, AivenVpc | undefined>();
  const unreadVpcs = new Map<SubjectVpc, CloudError>();
  for (const { vpc } of intent.peerings) {
    if (vpcs.has(vpc)) continue;
    const { read, obstacle } = await unlessObstructed(() => seenVpc(vpc, networksOf(intent, vpc), clouds));
    vpcs.set(vpc, read);
    if (obstacle) unreadVpcs.set(vpc, obstacle);
  }
  const foreign = new Set<AivenPeeringConnection>();
  for (const { vpc, identity, networks } of intent.peerings) {
    for (const network of networks) {
      const connection = connectionOf(vpcs.get(vpc), network);
      if (connection && isPeered(connection) && (await isForeign(connection, identity, clouds)))
        foreign.add(connection);
    }
  }
  return { intent, clouds, vpcs, unreadVpcs, foreign };
}

/** By the application, as far as both are known: by its client id, or by the name that the stack gives its own. */
async function isForeign(
  { peer_azure_app_id: theirs }: AivenPeeringConnection,
  { kind, clientId, displayName }: IntendedIdentity,
  { graph }: Clouds,
): Promise<boolean> {
  if (clientId !== undefined) return !isSame(clientId, theirs);
  if (kind === "existing" || displayName === undefined) return false;
  // one that is gone may have been the stack's
  const application = await ifAllowed(() => graph.application(theirs));
  return application !== undefined && application.displayName !== displayName;
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
  const { intent, vpcs, clouds, foreign } = examination;
  const own = intent.peerings.filter((peering) => peering.identity === identity);
  const connection = own
    .flatMap(({ vpc, networks }) => networks.map((network) => connectionOf(vpcs.get(vpc), network)))
    .find((each) => isPeered(each) && !(each && foreign.has(each)));
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
  const { intent, clouds, vpcs, unreadVpcs, foreign } = identity;
  const vpc = vpcs.get(wanted);
  const connection = connectionOf(vpc, network);
  return { intent, clouds, vpcs, unreadVpcs, foreign, wanted, vpc, identity, network, connection };
}

/** A virtual network with all that its checks look at. */
export interface NetworkScope extends IntendedNetworkScope {
  /** As Azure has it; undefined where it is not there. */
  readonly found?: VirtualNetwork;
  /** Why nobody can say whether it is there, and what it is peered with: whoever is signed in may not read it. */
  readonly unread?: CloudError;
  /** Azure's peering, as far as it is recognised. */
  readonly azure?: VirtualNetworkPeering;
  /** The peerings of the network; none where it could not be read. */
  readonly peerings: readonly VirtualNetworkPeering[];
  /** The lowest scope of Azure that is there: the network, its group, its subscription. */
  readonly scope?: string;
}

export async function networkScope(intended: IntendedNetworkScope): Promise<NetworkScope> {
  const { network, vpc, clouds } = intended;
  const { read, denial: unread } = await unlessDenied(() => findSides(network, vpc, clouds));
  const { network: found, azure, peerings = [] } = read ?? {};
  // what may not be read has rights that can be asked for
  const known = found?.id ?? (unread && !network.created ? network.id : undefined);
  const scope = known ?? (await groupOf(network, clouds)) ?? subscriptionScope(network);
  return { ...intended, found, unread, azure, peerings, scope };
}

async function groupOf({ subscriptionId, resourceGroup }: IntendedNetwork, { arm }: Clouds) {
  if (subscriptionId === undefined || resourceGroup === undefined) return undefined;
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
  const { read, denied } = await unlessDenied(async () => ({ group: await arm.resourceGroup(id) }));
  return denied ? id : read.group?.id;
}

export const subscriptionScope = ({ subscriptionId }: IntendedNetwork): string | undefined =>
  subscriptionId === undefined ? undefined : `/subscriptions/${subscriptionId}`;
