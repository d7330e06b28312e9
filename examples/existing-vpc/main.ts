import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { AivenAzurePeering, AivenVpc, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { DataAivenProjectVpc } from "cdktf-provider-aiven/lib/data-aiven-project-vpc";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import type { Construct } from "constructs";

class PeeringStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.addOverride("terraform.required_version", ">= 1.5.0");
    // beside cdktf.json, so that deleting cdktf.out does not delete the state
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });

    new AzurermProvider(this, "azurerm", {
      features: [{}],
      subscriptionId: this.variable("azure_subscription_id", "subscription of the virtual network"),
    });
    new AzureadProvider(this, "azuread");
    new AivenProvider(this, "aiven", {
      apiToken: this.variable("aiven_api_token", "API token of the Aiven account", true),
    });
    new TimeProvider(this, "time");

    // The VPC is read so that its range is compared with the virtual network's before anything is changed. AivenVpc.fromId takes the id alone.
    const vpc = new DataAivenProjectVpc(this, "vpc", {
      vpcId: this.variable("aiven_vpc_id", "id of the Aiven VPC, <project>/<uuid>"),
    });
    const network = new DataAzurermVirtualNetwork(this, "virtual-network", {
      resourceGroupName: this.variable("azure_resource_group", "resource group of the virtual network"),
      name: this.variable("azure_virtual_network", "name of the virtual network"),
    });

    const peering = new AivenAzurePeering(this, "peering", {
      vpc: AivenVpc.fromDataSource(vpc),
      virtualNetwork: AzureVirtualNetwork.fromDataSource(network),
    });

    new TerraformOutput(this, "azure_peering_id", { value: peering.virtualNetwork.azurePeeringId });
  }

  private variable(name: string, description: string, sensitive = false): string {
    return new TerraformVariable(this, name, { type: "string", description, nullable: false, sensitive }).stringValue;
  }
}

const app = new App();
new PeeringStack(app, "peering");
app.synth();
