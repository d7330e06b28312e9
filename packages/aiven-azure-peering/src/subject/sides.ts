import type { AivenPeeringConnection, AivenVpc } from "../clouds/aiven";
import type { VirtualNetwork, VirtualNetworkPeering } from "../clouds/arm";
import type { Clouds } from "../clouds/clouds";
import type { CloudError } from "../clouds/errors";
import { overlapOf } from "../clouds/ip-ranges";
import { isSame, parseNetworkId, type NetworkId, type SubjectNetwork, type SubjectVpc } from "./subject";

/** What both clouds have of the peering with one network. Undefined is what is not there. */
export interface Sides {
  readonly network?: VirtualNetwork;
  /** Aiven's connection. */
  readonly aiven?: AivenPeeringConnection;
  /** Azure's peering. */
  readonly azure?: VirtualNetworkPeering;
  /** All peerings of the network, Azure's among them. */
  readonly peerings: readonly VirtualNetworkPeering[];
  /** The id of Aiven's network, where Aiven says it; it may stop to once the peering is active. */
  readonly aivenNetworkId?: string;
  /** Why a side could not be read, so that nobody knows whether it is there. */
  readonly unread?: { readonly aiven?: CloudError; readonly azure?: CloudError };
}

/** Aiven's side alone. */
export function aivensSide(subject: SubjectNetwork, vpc: AivenVpc | undefined): Sides {
  const aiven = vpc?.peering_connections?.find((connection) => isWith(connection, subject));
  return { aiven, aivenNetworkId: textIn(aiven?.state_info, "to-network-id"), peerings: [] };
}

export async function findSides(subject: SubjectNetwork, vpc: AivenVpc | undefined, { arm }: Clouds): Promise<Sides> {
  const known = aivensSide(subject, vpc);
  const { aivenNetworkId } = known;
  const network = subject.id === undefined ? undefined : await arm.virtualNetwork(subject.id);
  if (!network) return known;
  const peerings = await arm.peerings(network.id);
  const leadsTo = (id: string | undefined) => (peering: VirtualNetworkPeering) =>
    isSame(peering.properties.remoteVirtualNetwork?.id, id);
  const azure =
    peerings.find(leadsTo(aivenNetworkId)) ??
    peerings.find(({ name }) => isSame(name, subject.peeringName)) ??
    (vpc && byRanges(peerings, vpc, subject, known.aiven));
  return { ...known, network, azure, peerings };
}

/**
 * Azure's peering by the ranges of what it leads to. Azure allows no two peers with addresses in common. So while Aiven's connection lives,
 * what shares addresses with the VPC leads to Aiven, whatever else Aiven's network has; without one the range must be the VPC's own.
 */
function byRanges(
  peerings: readonly VirtualNetworkPeering[],
  { network_cidr }: AivenVpc,
  { subscriptionId }: SubjectNetwork,
  aiven: AivenPeeringConnection | undefined,
): VirtualNetworkPeering | undefined {
  // assumed: Aiven's network has the range of the VPC, perhaps among others; it is in a subscription of Aiven's
  const others = peerings.filter(({ properties: { remoteVirtualNetwork } }) => {
    const remote = parseNetworkId(remoteVirtualNetwork?.id ?? "");
    return !isSame(remote?.subscriptionId, subscriptionId);
  });
  const isAlive = aiven !== undefined && ["PENDING_PEER", "ACTIVE"].includes(aiven.state);
  return (
    others.find((each) => remoteRanges(each).includes(network_cidr)) ??
    (isAlive ? others.find((each) => overlapOf([network_cidr], remoteRanges(each)) !== undefined) : undefined)
  );
}

/** What a peering knows of the other network, and what that has had added since. */
export function remoteRanges({ properties }: VirtualNetworkPeering): readonly string[] {
  const { remoteAddressSpace, remoteVirtualNetworkAddressSpace } = properties;
  return [remoteAddressSpace, remoteVirtualNetworkAddressSpace].flatMap((space) => space?.addressPrefixes ?? []);
}

/** What a network is called above what is said of it. */
export const titleOf = ({ id, construct = "a virtual network" }: SubjectNetwork): string =>
  id ?? `${construct} (known after apply)`;

/** Aiven has the names in lower case. */
export function isWith(
  connection: AivenPeeringConnection,
  { subscriptionId, resourceGroup, name }: Partial<NetworkId>,
): boolean {
  const { peer_cloud_account, peer_resource_group, peer_vpc } = connection;
  return (
    isSame(peer_cloud_account, subscriptionId) && isSame(peer_resource_group, resourceGroup) && isSame(peer_vpc, name)
  );
}

/**
 * The VPC that is named, or the one that suits what is said of it, with its connections.
 *
 * @param networks those that it is peered with: by these it is found among others that suit too
 */
export async function findVpc(
  { project, vpcId, cloudName, networkCidr }: SubjectVpc,
  networks: readonly SubjectNetwork[],
  { aiven }: Clouds,
): Promise<AivenVpc | undefined> {
  if (project === undefined) return undefined;
  if (vpcId !== undefined) return aiven.vpc(project, vpcId);
  const all = await aiven.vpcs(project);
  const suiting = all.filter(
    (vpc) =>
      (cloudName === undefined || vpc.cloud_name === cloudName) &&
      (networkCidr === undefined || vpc.network_cidr === networkCidr),
  );
  const found = (await Promise.all(suiting.map((vpc) => aiven.vpc(project, vpc.project_vpc_id)))).filter(
    (vpc): vpc is AivenVpc => vpc !== undefined,
  );
  const peered = found.find((vpc) =>
    vpc.peering_connections?.some((connection) => networks.some((network) => isWith(connection, network))),
  );
  return peered ?? (cloudName !== undefined && networkCidr !== undefined ? found[0] : undefined);
}

export const textIn = (info: AivenPeeringConnection["state_info"] | undefined, name: string): string | undefined => {
  const value = info?.[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};
