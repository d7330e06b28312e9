import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenAzurePeering,
  AzureVirtualNetwork,
  PeeringApplication,
  PeeringIdentity,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import type { Construct } from "constructs";

/** What both stacks have: a state, and the providers of Terraform's own sign-in. */
class Stack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.addOverride("terraform.required_version", ">= 1.5.0");
    // If the pipeline's disk does not outlive a run, use a remote backend here. The second stack reads the first one's state.
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });

    const subscriptionId = this.variable("azure_subscription_id", "subscription of the virtual network");
    new AzurermProvider(this, "azurerm", { features: [{}], subscriptionId });
    new AzureadProvider(this, "azuread");
    new TimeProvider(this, "time");
  }

  protected variable(name: string, description: string, rest: { default?: string; sensitive?: boolean } = {}): string {
    return new TerraformVariable(this, name, { type: "string", description, nullable: false, ...rest }).stringValue;
  }
}

/** Applied first, so that client id and secret are known when the peering is planned. */
class IdentityStack extends Stack {
  public readonly application = new PeeringApplication(this, "application", {
    // azurerm 4.x needs this right in the network's subscription. That is a variable of the other stack, so it is granted in the deployer's here.
    resourceProviderAccess: ResourceProviderAccess.create(),
  });
}

class PeeringStack extends Stack {
  constructor(scope: Construct, id: string, identity: PeeringIdentity) {
    super(scope, id);
    new AivenProvider(this, "aiven", {
      apiToken: this.variable("aiven_api_token", "API token of the Aiven account", { sensitive: true }),
    });

    const name = this.variable("name", "name of the resource group and the network", { default: "aiven-peering" });
    const location = this.variable("azure_location", "Azure location of the network", { default: "japaneast" });
    const addressSpace = this.variable("azure_address_space", "range of the network", { default: "10.1.0.0/16" });
    const group = new ResourceGroup(this, "resource-group", { name, location });
    const network = new VirtualNetwork(this, "virtual-network", {
      name,
      location,
      resourceGroupName: group.name,
      addressSpace: [addressSpace],
    });

    const peering = new AivenAzurePeering(this, "peering", {
      project: this.variable("aiven_project", "Aiven project in which the VPC is created"),
      networkCidr: this.variable("aiven_network_cidr", "range of the Aiven VPC", { default: "10.0.0.0/24" }),
      virtualNetwork: AzureVirtualNetwork.fromResource(network),
      identity,
    });

    new TerraformOutput(this, "vpc_id", { value: peering.vpcId });
  }
}

const app = new App();
const { application } = new IdentityStack(app, "identity");
new PeeringStack(app, "peering", application);
app.synth();
