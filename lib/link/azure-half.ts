import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { VirtualNetworkPeering } from "@cdktf/provider-azurerm/lib/virtual-network-peering";
import type { Construct } from "constructs";
import { addressOf } from "../terraform/address";
import { afterInStack } from "../terraform/after";
import type { Answer } from "./aiven-half";
import type { VirtualNetworkLinkProps } from "./virtual-network-link";

/** Peers the virtual network with the network that Aiven named, as the peering application. */
export function createAzureHalf(
  scope: Construct,
  props: VirtualNetworkLinkProps,
  answer: Answer,
  provider: AzurermProvider,
): VirtualNetworkPeering {
  const timeout = props.timeouts?.virtualNetworkPeering;
  return new VirtualNetworkPeering(scope, "virtual-network-peering", {
    name: props.peeringName ?? `aiven-${scope.node.addr.slice(-8)}`,
    resourceGroupName: props.virtualNetwork.resourceGroupName,
    virtualNetworkName: props.virtualNetwork.name,
    remoteVirtualNetworkId: props.remoteVirtualNetworkId ?? afterInStack(answer.wait, "to_network_id"),
    allowVirtualNetworkAccess: props.allowVirtualNetworkAccess ?? true,
    allowForwardedTraffic: props.allowForwardedTraffic ?? false,
    allowGatewayTransit: props.allowGatewayTransit ?? false,
    useRemoteGateways: props.useRemoteGateways ?? false,
    timeouts: timeout ? { create: timeout, delete: timeout } : undefined,
    // Half a peering cannot be joined again (RemotePeeringIsDisconnected), so a new Aiven half needs a new Azure half. By the id: the whole
    // resource would count a changed duration too.
    lifecycle: { replaceTriggeredBy: [`${addressOf(answer.wait)}.id`] },
    provider,
  });
}
