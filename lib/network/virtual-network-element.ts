import type { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { refuseMany } from "../validation/loops";
import { refuse } from "../validation/refuse";

/** The resource or data source that describes a virtual network. */
export type VirtualNetworkElement = VirtualNetwork | DataAzurermVirtualNetwork;

/** Refuses what is no virtual network, or any number of them. */
export function requireElement(element: VirtualNetworkElement, factory: string, type: string): void {
  if ((element as typeof element | undefined)?.terraformResourceType !== type) {
    refuse(undefined, `virtualNetwork: not allowed, give AzureVirtualNetwork.${factory} an ${type}`);
  }
  refuseMany("virtualNetwork", element);
}
