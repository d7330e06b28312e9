import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { AivenAzurePeering, AzurePeeringProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";

const app = new App();
const stack = new TerraformStack(app, "peering");
stack.addOverride("terraform.required_version", ">= 1.5.0");
// If the pipeline's disk does not outlive a run, use a remote backend here.
new LocalBackend(stack, { path: "../../../terraform.peering.tfstate" });

const variable = (name: string, description: string, rest: { default?: string; sensitive?: boolean } = {}) =>
  new TerraformVariable(stack, name, { type: "string", description, nullable: false, ...rest }).stringValue;

new AzurermProvider(stack, "azurerm", {
  features: [{}],
  subscriptionId: variable("azure_subscription_id", "subscription of the virtual network"),
});
new AzureadProvider(stack, "azuread");
new AivenProvider(stack, "aiven", {
  apiToken: variable("aiven_api_token", "API token of the Aiven account", { sensitive: true }),
});
new TimeProvider(stack, "time");

const name = variable("name", "name of the resource group and the network", { default: "aiven-peering" });
const location = variable("azure_location", "Azure location of the network", { default: "japaneast" });
const addressSpace = variable("azure_address_space", "range of the network", { default: "10.1.0.0/16" });
const group = new ResourceGroup(stack, "resource-group", { name, location });
const network = new VirtualNetwork(stack, "virtual-network", {
  name,
  location,
  resourceGroupName: group.name,
  addressSpace: [addressSpace],
});

const peering = new AivenAzurePeering(stack, "peering", {
  project: variable("aiven_project", "Aiven project in which the VPC is created"),
  networkCidr: variable("aiven_network_cidr", "range of the Aiven VPC", { default: "10.0.0.0/24" }),
  virtualNetwork: AzureVirtualNetwork.fromResource(network),
  // azapi signs in as the application only when it creates Azure's peering, and then the application exists
  azurePeeringProvider: AzurePeeringProvider.AZAPI,
});

new TerraformOutput(stack, "vpc_id", { value: peering.vpcId });

app.synth();
