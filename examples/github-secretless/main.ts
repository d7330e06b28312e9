import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, AzurermBackend, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenAzurePeering,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";

const app = new App();
const stack = new TerraformStack(app, "peering");
stack.addOverride("terraform.required_version", ">= 1.5.0");

// A runner's disk does not outlive its job. A backend takes no Terraform variable, so the account comes from the environment.
const storageAccountName = process.env.STATE_STORAGE_ACCOUNT;
const key = "terraform.peering.tfstate";
if (storageAccountName === undefined) {
  new LocalBackend(stack, { path: `../../../${key}` });
} else {
  // signed in by the pipeline's token, like the providers
  const signIn = { useOidc: true, useAzureadAuth: true };
  new AzurermBackend(stack, { storageAccountName, containerName: "tfstate", key, ...signIn });
}

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

const application = new PeeringApplication(stack, "application", {
  credential: PeeringCredential.federated({
    issuer: "https://token.actions.githubusercontent.com",
    subject: variable("github_subject", "the jobs that may peer, such as repo:my-org/my-repo:environment:production"),
  }),
});

const peering = new AivenAzurePeering(stack, "peering", {
  project: variable("aiven_project", "Aiven project in which the VPC is created"),
  networkCidr: variable("aiven_network_cidr", "range of the Aiven VPC", { default: "10.0.0.0/24" }),
  virtualNetwork: AzureVirtualNetwork.fromResource(network),
  identity: application,
  // azapi signs in as the application only when it creates Azure's peering, and then the application exists
  azurePeeringProvider: AzurePeeringProvider.AZAPI,
});

new TerraformOutput(stack, "vpc_id", { value: peering.vpcId });

app.synth();
