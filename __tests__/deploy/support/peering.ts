import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformProvider, TerraformStack } from "cdktf";
import {
  AivenAzurePeering,
  type AivenAzurePeeringProps,
  AzureVirtualNetwork,
  PeeringAccess,
  PeeringApplication,
  type PeeringApplicationProps,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { SUBSCRIPTION_ID } from "./deployment";

/** A resource group with a virtual network, in mixed case as users name them. */
export function addNetwork(
  stack: TerraformStack,
  name = "Hub",
  range = "10.1.0.0/16",
  provider?: TerraformProvider,
): VirtualNetwork {
  const group = new ResourceGroup(stack, `${name}-group`, { name: `${name}-RG`, location: "japaneast", provider });
  return new VirtualNetwork(stack, name, {
    name: `${name}-VNet`,
    resourceGroupName: group.name,
    location: group.location,
    addressSpace: [range],
    provider,
  });
}

/** A subscription beside the one of the stacks' default provider, and the settings of clouds that have both. */
export const SECOND_SUBSCRIPTION = "5ab50000-0000-4000-8000-000000000002";
export const TWO_SUBSCRIPTIONS = {
  customer: { subscriptions: [SUBSCRIPTION_ID, SECOND_SUBSCRIPTION].map((id) => ({ id, name: id })) },
};

/** The deployer in the second subscription. */
export const secondProvider = (stack: TerraformStack) =>
  new AzurermProvider(stack, "azurerm-second", {
    features: [{}],
    alias: "second",
    subscriptionId: SECOND_SUBSCRIPTION,
  });

/** Peers a virtual network: one that it creates, unless another is given. */
export function peerNetwork(
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

/**
 * An application in a stack of its own, by the name "application". The networks of the tests are in the deployer's subscription, which the
 * stack of the peering reads for itself, so the application's grants the right there by an option.
 */
export const applicationOfEarlierStack = (stack: TerraformStack, props: PeeringApplicationProps = {}) =>
  new PeeringApplication(stack, "application", { resourceProviderAccess: ResourceProviderAccess.create(), ...props });

/** Azure's own role "Network Contributor", with all that the application and Aiven need. */
export const NETWORK_CONTRIBUTOR =
  "/providers/Microsoft.Authorization/roleDefinitions/4d97b98b-1d4f-4787-a291-c67834d212e7";

/** One existing role for the application and for Aiven. */
export const withOneRole = (id = NETWORK_CONTRIBUTOR) =>
  PeeringAccess.withRoles({ applicationRoleDefinitionId: id, aivenRoleDefinitionId: id });
