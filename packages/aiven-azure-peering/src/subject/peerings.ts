import type { AivenPeeringConnection, AivenVpc } from "../clouds/aiven";
import type { VirtualNetwork, VirtualNetworkPeering } from "../clouds/arm";
import type { Clouds } from "../clouds/clouds";
import type { Subject, SubjectNetwork } from "./subject";

/** What both clouds have of the peering with one network. Undefined is what is not there. */
export interface Sides {
  readonly network?: VirtualNetwork;
  readonly aiven?: AivenPeeringConnection;
  readonly azure?: VirtualNetworkPeering;
  /** The id of Aiven's network, where Aiven says it; it may stop to once the peering is active. */
  readonly aivenNetworkId?: string;
}

export async function findSides(subject: SubjectNetwork, vpc: AivenVpc | undefined, { arm }: Clouds): Promise<Sides> {
  const aiven = vpc?.peering_connections?.find((connection) => isWith(connection, subject));
  const aivenNetworkId = textIn(aiven?.state_info, "to-network-id");
  const network = subject.id === undefined ? undefined : await arm.virtualNetwork(subject.id);
  if (!network) return { aiven, aivenNetworkId };
  const sides = await arm.peerings(network.id);
  const leadsTo = (id: string | undefined) => (half: VirtualNetworkPeering) =>
    id !== undefined && half.properties.remoteVirtualNetwork?.id?.toLowerCase() === id.toLowerCase();
  const azure =
    sides.find(leadsTo(aivenNetworkId)) ??
    sides.find(({ name }) => name === subject.peeringName) ??
    // no network has two peers of one range, and Aiven's has the VPC's
    sides.find(({ properties }) => vpc && properties.remoteAddressSpace?.addressPrefixes?.includes(vpc.network_cidr));
  return { network, aiven, azure, aivenNetworkId };
}

/** Aiven has the names in lower case. */
export function isWith(
  connection: AivenPeeringConnection,
  { subscriptionId, resourceGroup, name }: SubjectNetwork,
): boolean {
  const pairs = [
    [connection.peer_cloud_account, subscriptionId],
    [connection.peer_resource_group, resourceGroup],
    [connection.peer_vpc, name],
  ] as const;
  return pairs.every(([theirs, ours]) => theirs.toLowerCase() === ours?.toLowerCase());
}

/** The VPC that the subject names, or the one that suits what it says, with its connections. */
export async function findVpc({ aiven: wanted, networks }: Subject, { aiven }: Clouds): Promise<AivenVpc | undefined> {
  const { project, vpcId, cloudName, networkCidr } = wanted;
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
