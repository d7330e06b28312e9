import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { AivenAzurePeering, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import { Construct } from "constructs";

interface NetworkProps {
  readonly name: string;
  readonly location: string;
  readonly addressSpace: string;
  readonly subscriptionId: string;
  readonly provider: AzurermProvider;
}

/** A resource group with a virtual network, in whichever subscription the provider is configured for. */
class Network extends Construct {
  public readonly virtualNetwork: AzureVirtualNetwork;

  constructor(scope: Construct, id: string, { addressSpace, subscriptionId, ...props }: NetworkProps) {
    super(scope, id);
    const group = new ResourceGroup(this, "resource-group", props);
    const network = new VirtualNetwork(this, "virtual-network", {
      ...props,
      resourceGroupName: group.name,
      addressSpace: [addressSpace],
    });
    this.virtualNetwork = AzureVirtualNetwork.fromResource(network, { subscriptionId });
  }
}

class HubStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.addOverride("terraform.required_version", ">= 1.5.0");
    // beside cdktf.json, so that deleting cdktf.out does not delete the state
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });

    const first = this.variable("azure_subscription_id", "subscription of hub and spoke");
    const second = this.variable(
      "azure_second_subscription_id",
      "subscription of the third network, of the same tenant",
    );
    const location = this.variable("azure_location", "Azure location of hub and spoke", { default: "japaneast" });
    const farLocation = this.variable("azure_second_location", "Azure location of the third network", {
      default: "japanwest",
    });
    const name = this.variable("name", "what the networks' names begin with", { default: "aiven" });

    const here = new AzurermProvider(this, "azurerm", { features: [{}], subscriptionId: first });
    const there = new AzurermProvider(this, "azurerm-second", {
      features: [{}],
      alias: "second",
      subscriptionId: second,
    });
    new AzureadProvider(this, "azuread");
    new AivenProvider(this, "aiven", {
      apiToken: this.variable("aiven_api_token", "API token of the Aiven account", { sensitive: true }),
    });
    new TimeProvider(this, "time");

    const range = (id: string, otherwise: string) =>
      this.variable(`azure_${id}_address_space`, `range of the network ${id}`, { default: otherwise });
    const network = (id: string, addressSpace: string, where: Omit<NetworkProps, "name" | "addressSpace">) =>
      new Network(this, id, { name: `${name}-${id}`, addressSpace, ...where }).virtualNetwork;
    const inFirst = { location, subscriptionId: first, provider: here };
    const inSecond = { location: farLocation, subscriptionId: second, provider: there };

    const peering = new AivenAzurePeering(this, "peering", {
      project: this.variable("aiven_project", "Aiven project in which the VPC is created"),
      networkCidr: this.variable("aiven_network_cidr", "range of the Aiven VPC", { default: "10.0.0.0/24" }),
      virtualNetwork: network("hub", range("hub", "10.1.0.0/16"), inFirst),
    });
    peering.addVirtualNetwork("spoke", network("spoke", range("spoke", "10.2.0.0/16"), inFirst));
    peering.addVirtualNetwork("far", network("far", range("far", "10.3.0.0/16"), inSecond));

    new TerraformOutput(this, "vpc_id", { value: peering.vpcId });
  }

  private variable(name: string, description: string, rest: { default?: string; sensitive?: boolean } = {}): string {
    return new TerraformVariable(this, name, { type: "string", description, nullable: false, ...rest }).stringValue;
  }
}

const app = new App();
new HubStack(app, "hub");
app.synth();
