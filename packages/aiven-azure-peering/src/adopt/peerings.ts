import type { AivenPeeringConnection, AivenVpc } from "../clouds/aiven";
import type { Arm, VirtualNetworkPeering } from "../clouds/arm";
import type { Line } from "../report/report";
import { networkId } from "../subject/subject";
import type { DescribedLink } from "./described";
import { failed, ok, warning } from "../report/lines";

/** What was found of one peering; a link only where both sides can be imported as they are. */
export interface FoundSides {
  readonly lines: readonly Line[];
  readonly link?: DescribedLink;
}

/** Looks for the two sides of one peering, and whether they are such that Terraform can take them over. */
export async function findSides(
  arm: Arm,
  vpcId: string,
  vpc: AivenVpc,
  connection: AivenPeeringConnection,
): Promise<FoundSides> {
  const aivens = connectionLine(vpcId, connection);
  const isLost = aivens.verdict === "failed";
  const id = networkIdOf(connection);
  const network = await arm.virtualNetwork(id);
  if (network === undefined) {
    const found = "not found; is it gone, or whoever is signed in not a reader of it?";
    return { lines: [aivens, failed(`virtual network ${id}`, found)] };
  }
  const peerings = await arm.peerings(network.id);
  const peering = peerings.find((each) => leadsTo(each, vpc));
  const remoteId = peering?.properties.remoteVirtualNetwork?.id;
  const looked = `Azure's peering at ${network.name}`;
  if (peering === undefined || remoteId === undefined) {
    if (isLost) return { lines: [aivens] };
    const others = peerings.map(({ name }) => name).join(", ") || "none";
    const found = `no peering of the network leads to ${vpc.network_cidr} (there: ${others}), so there is nothing to import`;
    return { lines: [aivens, failed(looked, found, removeConnection(vpcId, connection))] };
  }
  const azures = azurePeeringLine(looked, network.id, peering, isLost ? [] : [removeConnection(vpcId, connection)]);
  const lines = [aivens, azures];
  if (isLost || azures.verdict === "failed") return { lines };
  const { allowVirtualNetworkAccess = true, allowForwardedTraffic = false } = peering.properties;
  return {
    lines,
    link: {
      virtualNetworkId: network.id,
      networkName: network.name,
      peeringName: peering.name,
      remoteVirtualNetworkId: remoteId,
      allowVirtualNetworkAccess,
      allowForwardedTraffic,
      allowGatewayTransit: peering.properties.allowGatewayTransit ?? false,
    },
  };
}

/** Aiven has every name in lower case. */
const networkIdOf = (connection: AivenPeeringConnection): string =>
  networkId({
    subscriptionId: connection.peer_cloud_account,
    resourceGroup: connection.peer_resource_group,
    name: connection.peer_vpc,
  });

function connectionLine(vpcId: string, connection: AivenPeeringConnection): Line {
  const looked = `Aiven's connection with ${connection.peer_vpc}`;
  const { state } = connection;
  if (state === "ACTIVE") return ok(looked, state);
  if (state === "PENDING_PEER") {
    return warning(looked, `${state}: Aiven has not found Azure's peering yet, which takes it up to 15 minutes`);
  }
  return failed(looked, `${state}, and no import makes it ACTIVE`, removeConnection(vpcId, connection));
}

/**
 * Aiven does not say the id of its network any more, but its range tells: Azure peers no network with two that have an address in common.
 *
 * assumed: that Aiven's network has the range of the VPC
 */
const leadsTo = ({ properties }: VirtualNetworkPeering, { network_cidr }: AivenVpc): boolean =>
  properties.remoteAddressSpace?.addressPrefixes?.includes(network_cidr) ?? false;

function azurePeeringLine(
  looked: string,
  id: string,
  { name, properties }: VirtualNetworkPeering,
  moreToRemove: readonly string[],
): Line {
  const { peeringState = "without a state", peerCompleteVnets } = properties;
  const [, , subscription, , group, , , , network] = id.split("/");
  const remove = `az network vnet peering delete --subscription ${subscription} --resource-group ${group} --vnet-name ${network} --name ${name}`;
  if (peeringState === "Disconnected") {
    const found = `${name}, Disconnected: half a peering cannot be joined again, so both are made again, without importExisting`;
    return failed(looked, found, [remove, ...moreToRemove].join("\n"));
  }
  if (peerCompleteVnets === false) {
    return failed(looked, `${name} peers some subnets alone, and the construct describes peerings of whole networks`);
  }
  if (peeringState === "Connected") return ok(looked, `${name}, Connected`);
  return warning(looked, `${name}, ${peeringState}: Aiven's connection is not there in answer yet`);
}

/** What is gone is made again by the construct, without `importExisting`. */
function removeConnection(
  vpcId: string,
  { peer_cloud_account, peer_resource_group, peer_vpc }: AivenPeeringConnection,
): string {
  const [project, uuid] = vpcId.split("/");
  return (
    `avn vpc peering-connection delete --project ${project} --project-vpc-id ${uuid} --peer-cloud-account ${peer_cloud_account} ` +
    `--peer-resource-group ${peer_resource_group} --peer-vpc ${peer_vpc}`
  );
}
