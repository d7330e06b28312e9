import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  type AivenAzurePeeringProps,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
  type ExistingPeeringApplicationProps,
} from "cdktf-aiven-azure-peering";
import type { ExistingApplication } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import type { Deployment } from "../support/deployment";
import { addPeering } from "../support/peering";

const SECRET = "an existing secret";

/** An application that somebody else has registered. */
export const existingApplication = (...grants: string[]): ExistingApplication => ({
  ...{ clientId: "44444444-4444-4444-8444-444444444444", displayName: "peering", multiTenant: true, secret: SECRET },
  grants,
});

export const withExisting =
  (over: Partial<AivenAzurePeeringProps> = {}, application: Partial<ExistingPeeringApplicationProps> = {}) =>
  (stack: StackMaker): void => {
    const only = stack();
    const secret = new TerraformVariable(only, "secret", { type: "string", sensitive: true, default: SECRET });
    const credential = ExistingCredential.clientSecret(secret.stringValue);
    const { clientId } = existingApplication();
    const identity = new ExistingPeeringApplication(only, "application", { clientId, credential, ...application });
    addPeering(only, { identity, ...over });
  };

/** A virtual network in a subscription beside the stack's own. */
export function networkIn(stack: TerraformStack, subscriptionId: string): AzureVirtualNetwork {
  const provider = new AzurermProvider(stack, "azurerm-hub", { features: [{}], alias: "hub", subscriptionId });
  const group = new ResourceGroup(stack, "hub-group", { name: "Hub-RG", location: "japaneast", provider });
  const names = { name: "Hub-VNet", resourceGroupName: group.name, location: group.location };
  return AzureVirtualNetwork.fromResource(
    new VirtualNetwork(stack, "hub", { ...names, addressSpace: ["10.1.0.0/16"], provider }),
  );
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
