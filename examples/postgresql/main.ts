import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, Fn, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable, Token } from "cdktf";
import {
  AivenAzurePeering,
  AivenCloud,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  ConnectivityProbe,
} from "cdktf-aiven-azure-peering";
import { DataAivenProject } from "cdktf-provider-aiven/lib/data-aiven-project";
import { Pg } from "cdktf-provider-aiven/lib/pg";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import type { Construct } from "constructs";
import { ProbeMachine } from "./probe-machine";

interface PostgresqlStackProps {
  /** The machine's public SSH key. Without it there is no machine, and no probe. */
  readonly sshPublicKey?: string;
}

class PostgresqlStack extends TerraformStack {
  constructor(scope: Construct, id: string, { sshPublicKey }: PostgresqlStackProps) {
    super(scope, id);
    this.addOverride("terraform.required_version", ">= 1.5.0");
    // beside cdktf.json, so that deleting cdktf.out does not delete the state
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });

    const aivenToken = this.variable("aiven_api_token", "API token of the Aiven account", { sensitive: true });
    const project = this.variable("aiven_project", "Aiven project of the VPC and the service");
    const networkCidr = this.variable("aiven_network_cidr", "range of the Aiven VPC", { default: "10.0.0.0/24" });
    const subscriptionId = this.variable("azure_subscription_id", "subscription of the virtual network");
    const tenantId = this.variable("azure_tenant_id", "Microsoft Entra tenant of that subscription");
    const location = this.variable("azure_location", "Azure location of the network", { default: "japaneast" });
    const addressSpace = this.variable("azure_address_space", "range of the network", { default: "10.1.0.0/16" });
    const name = this.variable("name", "name of the group, the network, the service", {
      default: "private-postgresql",
    });
    const plan = this.variable("plan", "Aiven plan; free and hobbyist plans cannot live in a VPC", {
      default: "startup-4",
    });
    const terminationProtection = this.flag("termination_protection", "refuse to delete the service");
    const publicAccess = this.flag("public_access", "open the service to the internet too");

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
    const peering = new AivenAzurePeering(this, "peering", {
      project,
      networkCidr,
      virtualNetwork: AzureVirtualNetwork.fromResource(network, { subscriptionId, tenantId }),
    });

    const postgresql = new Pg(this, "postgresql", {
      project,
      cloudName: AivenCloud.fromAzureLocation(location),
      plan,
      serviceName: name,
      // Puts the service into the VPC, and deletes it before the VPC.
      projectVpcId: peering.vpcId,
      terminationProtection,
      pgUserConfig: {
        // Aiven admits every address by default. This admits the virtual network only.
        ipFilter: [addressSpace],
        // For clients outside the network, such as a hosted dashboard. They also need an entry in ipFilter, and use another host name, which
        // begins with public-. The probe still shows that the ordinary host name is private.
        publicAccess: { pg: publicAccess },
      },
    });

    this.output("service_host", postgresql.serviceHost);
    this.output("service_port", postgresql.servicePort);
    this.output("service_uri", postgresql.serviceUri, true);
    // It is no secret, but the provider marks it as sensitive.
    this.output("ca_certificate", new DataAivenProject(this, "project", { project }).caCert, true);
    this.output("psql", this.psql(postgresql));
    if (sshPublicKey === undefined) return;

    const machine = new ProbeMachine(this, "machine", {
      network,
      range: Fn.cidrsubnet(addressSpace, 8, 0),
      sshPublicKey,
      size: this.variable("vm_size", "size of the virtual machine", { default: "Standard_B1s" }),
    });
    const probe = new ConnectivityProbe(this, "probe", {
      virtualNetwork: peering.virtualNetwork,
      virtualMachine: AzureVirtualMachine.fromResource(machine.virtualMachine),
      host: postgresql.serviceHost,
      port: postgresql.servicePort,
      networkCidr,
      // A service keeps its host name when it moves to another VPC.
      triggers: { vpc: peering.vpcId },
    });
    this.output("is_it_private", probe.message);
  }

  /** The command that logs in from a host of the network, in bash or PowerShell. It asks for the password. */
  private psql({ serviceHost, servicePort, serviceUsername }: Pg): string {
    const server = `host=${serviceHost} port=${Token.asString(servicePort)}`;
    return `psql "${server} dbname=defaultdb user=${serviceUsername} sslmode=verify-full sslrootcert=ca.pem"`;
  }

  private variable(name: string, description: string, rest: { default?: string; sensitive?: boolean } = {}): string {
    return new TerraformVariable(this, name, { type: "string", description, nullable: false, ...rest }).stringValue;
  }

  private flag(name: string, description: string) {
    return new TerraformVariable(this, name, { type: "bool", description, nullable: false, default: false })
      .booleanValue;
  }

  private output(name: string, value: string | number, sensitive = false): void {
    new TerraformOutput(this, name, { value, sensitive });
  }
}

const app = new App();
new PostgresqlStack(app, "postgresql", { sshPublicKey: process.env.SSH_PUBLIC_KEY });
app.synth();
