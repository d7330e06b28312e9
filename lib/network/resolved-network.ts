import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { Construct } from "constructs";
import type { AzureVirtualNetwork } from "./azure-virtual-network";
import { deployer } from "./deployer";

/** Where a virtual network is, with what it leaves open taken from the deployer. */
export interface PeeredNetwork {
  readonly id: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
}

export function peeredNetwork(
  scope: Construct,
  virtualNetwork: AzureVirtualNetwork,
  provider?: AzurermProvider,
): PeeredNetwork {
  const owner = () => deployer(scope, virtualNetwork._provider ?? provider);
  const subscriptionId = virtualNetwork.subscriptionId ?? owner().subscriptionId;
  return {
    id: virtualNetwork.id ?? virtualNetwork._idIn(subscriptionId),
    subscriptionId,
    tenantId: virtualNetwork.tenantId ?? owner().tenantId,
  };
}
