import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { AivenAzurePeering, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";

const app = new App();
const stack = new TerraformStack(app, "peering");
stack.addOverride("terraform.required_version", ">= 1.5.0");
// beside cdktf.json, so that deleting cdktf.out does not delete the state
new LocalBackend(stack, { path: "../../../terraform.peering.tfstate" });

const variable = (name: string, description: string, sensitive = false) =>
  new TerraformVariable(stack, name, { type: "string", description, nullable: false, sensitive }).stringValue;

new AzurermProvider(stack, "azurerm", {
  features: [{}],
  subscriptionId: variable("azure_subscription_id", "subscription of the virtual network"),
});
new AzureadProvider(stack, "azuread");
new AivenProvider(stack, "aiven", { apiToken: variable("aiven_api_token", "API token of the Aiven account", true) });
new TimeProvider(stack, "time");

const network = new DataAzurermVirtualNetwork(stack, "virtual-network", {
  resourceGroupName: variable("azure_resource_group", "resource group of the virtual network"),
  name: variable("azure_virtual_network", "name of the virtual network"),
});

const peering = new AivenAzurePeering(stack, "peering", {
  project: variable("aiven_project", "Aiven project in which the VPC is created"),
  networkCidr: variable("aiven_network_cidr", "range of the Aiven VPC, /20 to /24, outside the virtual network's"),
  virtualNetwork: AzureVirtualNetwork.fromDataSource(network),
});

// the project_vpc_id of a service that belongs into the VPC
new TerraformOutput(stack, "vpc_id", { value: peering.vpcId });

app.synth();
