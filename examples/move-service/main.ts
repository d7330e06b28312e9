import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { AivenAzurePeering, AivenCloud, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { Pg } from "cdktf-provider-aiven/lib/pg";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import type { Construct } from "constructs";

class MoveStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Terraform 1.5 does not take variables in the id of an import
    this.addOverride("terraform.required_version", ">= 1.6.0");
    // beside cdktf.json, so that deleting cdktf.out does not delete the state
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });

    const project = this.variable("aiven_project", "Aiven project of the service");
    new AzurermProvider(this, "azurerm", {
      features: [{}],
      subscriptionId: this.variable("azure_subscription_id", "subscription of the virtual network"),
    });
    new AzureadProvider(this, "azuread");
    new AivenProvider(this, "aiven", {
      apiToken: this.variable("aiven_api_token", "API token of the Aiven account", { sensitive: true }),
    });
    new TimeProvider(this, "time");

    const network = new DataAzurermVirtualNetwork(this, "virtual-network", {
      resourceGroupName: this.variable("azure_resource_group", "resource group of the virtual network"),
      name: this.variable("azure_virtual_network", "name of the virtual network"),
    });
    const cloudName = AivenCloud.fromAzureLocation(
      this.variable("azure_location", "Azure location of the service", { default: "japaneast" }),
    );
    const peering = new AivenAzurePeering(this, "peering", {
      project,
      networkCidr: this.variable("aiven_network_cidr", "range of the Aiven VPC", { default: "10.0.0.0/24" }),
      cloudName,
      virtualNetwork: AzureVirtualNetwork.fromDataSource(network),
    });

    const moved = new TerraformVariable(this, "moved", {
      type: "bool",
      description: "whether the service is in the VPC; with false it stays, or becomes again, public",
      nullable: false,
      default: true,
    });
    const serviceName = this.variable("service_name", "name of the service");
    const service = new Pg(this, "service", {
      project,
      serviceName,
      plan: this.variable("plan", "plan of the service, as it is"),
      cloudName,
      projectVpcId: `\${${moved.value} ? ${peering.vpcId} : null}`,
      // Once it is in the VPC, it is reached through the peering only.
      dependsOn: [peering.virtualNetwork],
      // It existed before, and has data.
      lifecycle: { preventDestroy: true },
    });

    this.addOverride("import", [{ to: "aiven_pg.service", id: `${project}/${serviceName}` }]);

    new TerraformOutput(this, "service_host", { value: service.serviceHost });
    new TerraformOutput(this, "service_state", { value: service.state });
  }

  private variable(name: string, description: string, rest: { default?: string; sensitive?: boolean } = {}): string {
    return new TerraformVariable(this, name, { type: "string", description, nullable: false, ...rest }).stringValue;
  }
}

const app = new App();
new MoveStack(app, "move-service");
app.synth();
