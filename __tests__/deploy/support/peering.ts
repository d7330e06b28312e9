import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformStack } from "cdktf";
import { AivenAzurePeering, type AivenAzurePeeringProps, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";

/** A resource group with a virtual network, in mixed case as users name them. */
export function addNetwork(stack: TerraformStack, name = "Hub", range = "10.1.0.0/16"): VirtualNetwork {
  const group = new ResourceGroup(stack, `${name}-group`, { name: `${name}-RG`, location: "japaneast" });
  return new VirtualNetwork(stack, name, {
    name: `${name}-VNet`,
    resourceGroupName: group.name,
    location: group.location,
    addressSpace: [range],
  });
}

export function addPeering(
  stack: TerraformStack,
  over: Partial<AivenAzurePeeringProps> = {},
  id = "peering",
): AivenAzurePeering {
  return new AivenAzurePeering(stack, id, {
    project: "my-project",
    networkCidr: "10.0.0.0/24",
    virtualNetwork: over.virtualNetwork ?? AzureVirtualNetwork.fromResource(addNetwork(stack)),
    ...over,
  });
}
