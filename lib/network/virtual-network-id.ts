import { refuse } from "../validation/refuse";
import { VIRTUAL_NETWORK_ID } from "../validation/rules";

/** What an ARM id of a virtual network says. */
export interface VirtualNetworkIdParts {
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly name: string;
}

const PARTS =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/virtualNetworks\/([^/]+)$/i;

/** Takes a literal ARM id apart, in whichever case its segments are written. */
export function partsOf(id: string): VirtualNetworkIdParts {
  const [, subscriptionId, resourceGroupName, name] = PARTS.exec(String(id)) ?? [];
  if (subscriptionId === undefined || resourceGroupName === undefined || name === undefined) {
    return refuse(undefined, `virtualNetwork.id: "${id}" is not allowed, use ${VIRTUAL_NETWORK_ID.allowed}`);
  }
  return { subscriptionId, resourceGroupName, name };
}

/** The ARM id, its segments in the case that azurerm insists on. */
export const virtualNetworkId = ({ subscriptionId, resourceGroupName, name }: VirtualNetworkIdParts): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/Microsoft.Network/virtualNetworks/${name}`;
