/** An app that peers as many new virtual networks as NETWORKS says with one Aiven VPC, Azure's peerings through the provider AZURE_PEERING. */
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { AivenAzurePeering, AzurePeeringProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { addProviders } from "./providers";

const { NETWORKS, SUBSCRIPTION_ID = "", TENANT_ID, AZURE_PEERING } = process.env;

const app = new App();
const stack = new TerraformStack(app, "stack");
new LocalBackend(stack, { path: "../../../terraform.tfstate" });
addProviders(stack, SUBSCRIPTION_ID);
const group = new ResourceGroup(stack, "group", { name: "network", location: "japaneast" });
const [first, ...others] = Array.from({ length: Number(NETWORKS) }, (_, index) =>
  AzureVirtualNetwork.fromResource(
    new VirtualNetwork(stack, `vnet-${index}`, {
      name: `vnet-${index}`,
      resourceGroupName: group.name,
      location: "japaneast",
      addressSpace: [`10.${index + 1}.0.0/16`],
    }),
    { subscriptionId: SUBSCRIPTION_ID, tenantId: TENANT_ID },
  ),
);
const peering = new AivenAzurePeering(stack, "peering", {
  project: "my-project",
  networkCidr: "10.0.0.0/24",
  virtualNetwork: first,
  azurePeeringProvider: AZURE_PEERING as AzurePeeringProvider | undefined,
});
others.forEach((network, index) => peering.addVirtualNetwork(`network-${index + 1}`, network));
app.synth();
