import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { AivenAzurePeering, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import type { Construct } from "constructs";

class PeeringStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.addOverride("terraform.required_version", ">= 1.5.0");
    // beside cdktf.json, so that deleting cdktf.out does not delete the state
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });

    const variable = (name: string, description: string, rest: { default?: string; sensitive?: boolean } = {}) =>
      new TerraformVariable(this, name, { type: "string", description, nullable: false, ...rest }).stringValue;

    const aivenToken = variable("aiven_api_token", "API token of the Aiven account", { sensitive: true });
    const project = variable("aiven_project", "Aiven project in which the VPC is created");
    const networkCidr = variable("aiven_network_cidr", "range of the Aiven VPC, /20 to /24", {
      default: "10.0.0.0/24",
    });
    const subscriptionId = variable("azure_subscription_id", "subscription of the virtual network");
    const tenantId = variable("azure_tenant_id", "Microsoft Entra tenant of that subscription");
    const location = variable("azure_location", "Azure location of the network", { default: "japaneast" });
    const name = variable("name", "name of the resource group and the virtual network", { default: "aiven-peering" });
    const addressSpace = variable("azure_address_space", "range of the virtual network", { default: "10.1.0.0/16" });

    new AzurermProvider(this, "azurerm", { features: [{}], subscriptionId, tenantId });
    new AzureadProvider(this, "azuread", { tenantId });
    new AivenProvider(this, "aiven", { apiToken: aivenToken });
    new TimeProvider(this, "time");

    const group = new ResourceGroup(this, "resource-group", { name, location });
    const network = new VirtualNetwork(this, "virtual-network", {
      name,
      location,
      resourceGroupName: group.name,
      addressSpace: [addressSpace],
    });
    new Subnet(this, "subnet", {
      name: "default",
      resourceGroupName: group.name,
      virtualNetworkName: network.name,
      addressPrefixes: [addressSpace],
    });

    const peering = new AivenAzurePeering(this, "peering", {
      project,
      networkCidr,
      virtualNetwork: AzureVirtualNetwork.fromResource(network, { subscriptionId, tenantId }),
    });

    new TerraformOutput(this, "vpc_id", { value: peering.vpcId });
    new TerraformOutput(this, "state", { value: peering.state });
    new TerraformOutput(this, "virtual_network_peering_id", { value: peering.virtualNetwork.azurePeeringId });
  }
}

const app = new App();
new PeeringStack(app, "aiven-azure-peering");
app.synth();
