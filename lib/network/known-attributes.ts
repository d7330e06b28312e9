import type { Known } from "../validation/options";
import type { AzureVirtualNetworkAttributes, AzureVirtualNetworkOptions } from "./azure-virtual-network-attributes";

export const OPTIONS: Known<AzureVirtualNetworkOptions> = {
  subscriptionId: true,
  tenantId: true,
  location: true,
  addressSpaces: true,
};

export const ATTRIBUTES: Known<AzureVirtualNetworkAttributes> = {
  ...OPTIONS,
  name: true,
  resourceGroupName: true,
  id: true,
};
