import type { AivenPeeringConnection } from "../../clouds/aiven";
import type { VirtualNetwork, VirtualNetworkPeering } from "../../clouds/arm";
import { findVpc, isWith } from "../../subject/peerings";
import type { Examination } from "../examination";
import type { PlannedNetwork } from "../intent";

/** One virtual network with all that the checks of it look at. */
export interface Site extends Examination {
  readonly network: PlannedNetwork;
  /** As Azure has it; undefined where it is not there, or yet to come. */
  readonly found?: VirtualNetwork;
  /** The halves that lie on it. */
  readonly peerings: readonly VirtualNetworkPeering[];
  /** Aiven's connection, dead ones included. */
  readonly connection?: AivenPeeringConnection;
  /** The lowest scope that is there: the network, its group, its subscription. */
  readonly scope?: string;
}

/** States from which no connection comes back: https://aiven.io/docs/platform/reference/vpc-peering-connection-states */
const DEAD = ["DELETING", "DELETED", "DELETED_BY_PEER", "REJECTED_BY_PEER", "INVALID_SPECIFICATION", "ERROR"];

/** Whether the peering is there already, so that what the stack has made for it is no obstacle. */
export const isPeered = ({ connection }: Pick<Site, "connection">): boolean =>
  connection !== undefined && !DEAD.includes(connection.state);

export const subscriptionScope = ({ network }: Site): string | undefined =>
  network.subscriptionId === undefined ? undefined : `/subscriptions/${network.subscriptionId}`;

/** Aiven's connection with a network. */
export const connectionOf = ({ vpc }: Examination, network: PlannedNetwork): AivenPeeringConnection | undefined =>
  vpc?.peering_connections?.find((each) => isWith(each, network));

export async function siteOf(network: PlannedNetwork, all: Examination): Promise<Site> {
  const { clouds, plan } = all;
  const isOther = network.vpc !== undefined && network.vpc !== plan.networks[0]?.vpc;
  const aiven = network.vpc ?? plan.aiven;
  const vpc = isOther ? await findVpc({ ...plan, aiven, networks: [network] }, clouds) : all.vpc;
  const examination = { ...all, plan: { ...plan, aiven }, vpc };
  const connection = connectionOf(examination, network);
  const found = network.id === undefined ? undefined : await clouds.arm.virtualNetwork(network.id);
  const peerings = found ? await clouds.arm.peerings(found.id) : [];
  const site = { ...examination, network, found, peerings, connection };
  return { ...site, scope: found?.id ?? (await groupOf(site)) ?? subscriptionScope(site) };
}

async function groupOf({ network, clouds }: Omit<Site, "scope">): Promise<string | undefined> {
  const { subscriptionId, resourceGroup } = network;
  if (subscriptionId === undefined || resourceGroup === undefined) return undefined;
  const group = await clouds.arm.resourceGroup(`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`);
  return group?.id;
}
