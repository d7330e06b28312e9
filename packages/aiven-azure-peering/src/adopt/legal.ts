import type { AivenPeeringConnection } from "../clouds/aiven";
import type { VirtualNetwork, VirtualNetworkPeering } from "../clouds/arm";
import { isSame, isUuid, networkId, parseNetworkId } from "../subject/subject";

/** What Azure takes. https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const GROUP = /^[\p{L}\p{N}_().-]{1,90}$/u;
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,79}$/u;

/** Why what Aiven says of a connection cannot stand in code; undefined where it can. */
export function illegalIn(connection: AivenPeeringConnection): string | undefined {
  const { peer_azure_app_id, peer_azure_tenant_id, peer_cloud_account, peer_resource_group, peer_vpc } = connection;
  const rules: readonly (readonly [name: string, value: string, isLegal: boolean])[] = [
    ["peer_azure_app_id", peer_azure_app_id, isUuid(peer_azure_app_id)],
    ["peer_azure_tenant_id", peer_azure_tenant_id, isUuid(peer_azure_tenant_id)],
    ["peer_cloud_account", peer_cloud_account, isUuid(peer_cloud_account)],
    ["peer_resource_group", peer_resource_group, GROUP.test(peer_resource_group)],
    ["peer_vpc", peer_vpc, NAME.test(peer_vpc)],
  ];
  return firstOf(rules);
}

/** Why what Azure says of a peering cannot stand in code; undefined where it can. */
export function illegalAt(asked: string, network: VirtualNetwork, peering: VirtualNetworkPeering): string | undefined {
  const remote = peering.properties.remoteVirtualNetwork?.id ?? "";
  return firstOf([
    ["the network's id", network.id, isSame(network.id, asked)],
    ["the network's name", network.name, isSame(network.name, parseNetworkId(asked)?.name)],
    ["the peering's name", peering.name, NAME.test(peering.name)],
    ["the remote network's id", remote, isNetworkId(remote)],
  ]);
}

const isNetworkId = (id: string): boolean => {
  const parsed = parseNetworkId(id);
  return (
    parsed !== undefined && isSame(networkId(parsed), id) && GROUP.test(parsed.resourceGroup) && NAME.test(parsed.name)
  );
};

function firstOf(rules: readonly (readonly [name: string, value: string, isLegal: boolean])[]): string | undefined {
  const [name, value] = rules.find(([, , isLegal]) => !isLegal) ?? [];
  return name === undefined ? undefined : `${name} is "${value ?? ""}", which Azure has not`;
}
