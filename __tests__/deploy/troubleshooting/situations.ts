import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { TerraformStack } from "cdktf";
import { AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import type { Deployment } from "../support/deployment";
import { addNetwork } from "../support/peering";

/** A virtual network in a subscription beside the stack's own. */
export function networkIn(stack: TerraformStack, subscriptionId: string): AzureVirtualNetwork {
  const provider = new AzurermProvider(stack, "azurerm-hub", { features: [{}], alias: "hub", subscriptionId });
  return AzureVirtualNetwork.fromResource(addNetwork(stack, "Hub", "10.1.0.0/16", provider));
}

/** The application that this library has registered. */
export function peeringApplication({ world }: Deployment) {
  const found = world.entra.directory.applications.find(({ displayName }) => displayName.includes("peering"));
  if (!found) throw new Error("there is no application that peers");
  return found;
}

/** In the portal, or by `az network vnet peering delete`. */
export function removeAzurePeering({ world }: Deployment): void {
  world.byHand.azurePeerings().forEach(({ id }) => world.byHand.removeAzurePeering(id));
}

/** A VPC that somebody has asked Aiven for a moment ago; its id as Terraform has it. */
export function createVpc({ world }: Deployment, networkCidr = "10.0.0.0/24"): string {
  const input = { cloudName: "azure-japaneast", networkCidr };
  return `my-project/${world.aiven.vpcs.create({ apiToken: "token" }, "my-project", input).id}`;
}
