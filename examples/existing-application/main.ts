import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenAzurePeering,
  AivenServicePrincipalSource,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
} from "cdktf-aiven-azure-peering";
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

    const application = new ExistingPeeringApplication(this, "application", {
      clientId: this.variable("application_client_id", "client id of the application that peers"),
      // A certificate or a federated token can be used instead. None of the three is in the state.
      credential: ExistingCredential.clientSecret(
        this.variable("application_client_secret", "its client secret", true),
      ),
      // Without the right to register an application, Terraform may not create Aiven's service principal either.
      aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
    });

    const peering = new AivenAzurePeering(this, "peering", {
      project: this.variable("aiven_project", "Aiven project in which the VPC is created"),
      networkCidr: this.variable("aiven_network_cidr", "range of the Aiven VPC, /20 to /24"),
      // Aiven's cloud is derived from the location, which the id does not contain.
      virtualNetwork: AzureVirtualNetwork.fromId(
        this.variable("azure_virtual_network_id", "ARM id of the virtual network"),
        { location: this.variable("azure_location", "its location, such as japaneast") },
      ),
      identity: application,
    });

    // the project_vpc_id of a service that belongs into the VPC
    new TerraformOutput(this, "vpc_id", { value: peering.vpcId });
  }

  private variable(name: string, description: string, sensitive = false): string {
    return new TerraformVariable(this, name, { type: "string", description, nullable: false, sensitive }).stringValue;
  }
}

const app = new App();
new PeeringStack(app, "peering");
app.synth();
