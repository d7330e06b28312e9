/**
 * An app as a user writes it, copied to a folder outside this repository: it uses the package, and Aiven's
 * bindings by their index and by a sub-path.
 */
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, TerraformStack } from "cdktf";
import { AivenAzurePeering, AivenCloud, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import * as aiven from "cdktf-provider-aiven";
import { Pg, type PgConfig } from "cdktf-provider-aiven/lib/pg";
import type { Construct } from "constructs";

export class ConsumerStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, "azurerm", { features: [{}] });
    new AzureadProvider(this, "azuread");
    new TimeProvider(this, "time");
    new aiven.provider.AivenProvider(this, "aiven");

    const network = new VirtualNetwork(this, "network", {
      name: "hub",
      resourceGroupName: "network",
      location: "japaneast",
      addressSpace: ["10.1.0.0/16"],
    });
    const peering = new AivenAzurePeering(this, "peering", {
      project: "my-project",
      networkCidr: "10.0.0.0/24",
      virtualNetwork: AzureVirtualNetwork.fromResource(network),
    });
    const postgres: PgConfig = {
      project: "my-project",
      cloudName: AivenCloud.AZURE_JAPANEAST,
      plan: "startup-4",
      serviceName: "postgres",
      projectVpcId: peering.vpcId,
    };
    new Pg(this, "postgres", postgres);
  }
}

const app = new App();
new ConsumerStack(app, "consumer");
app.synth();
