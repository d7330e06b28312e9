import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, Fn, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenAzurePeering,
  AivenCloud,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  ConnectivityProbe,
  ProbeProtocol,
} from "cdktf-aiven-azure-peering";
import { Kafka } from "cdktf-provider-aiven/lib/kafka";
import { KafkaAcl } from "cdktf-provider-aiven/lib/kafka-acl";
import { KafkaTopic } from "cdktf-provider-aiven/lib/kafka-topic";
import { KafkaUser } from "cdktf-provider-aiven/lib/kafka-user";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import type { Construct } from "constructs";
import { ProbeMachine } from "./probe-machine";

interface KafkaStackProps {
  /** The machine's public SSH key. Without it there is no machine, and no probe. */
  readonly sshPublicKey?: string;
}

class KafkaStack extends TerraformStack {
  constructor(scope: Construct, id: string, { sshPublicKey }: KafkaStackProps) {
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
      default: "private-kafka",
    });
    const plan = this.variable("plan", "Aiven plan; free and hobbyist plans cannot live in a VPC", {
      default: "business-4",
    });
    const terminationProtection = this.flag("termination_protection", "refuse to delete the service");

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

    const kafka = new Kafka(this, "kafka", {
      project,
      cloudName: AivenCloud.fromAzureLocation(location),
      plan,
      serviceName: name,
      // Puts the service into the VPC, and deletes it before the VPC.
      projectVpcId: peering.vpcId,
      terminationProtection,
      // Aiven's default entry lets every user do everything. Without it a user may do only what the entry below allows.
      defaultAcl: false,
      kafkaUserConfig: {
        // Aiven admits every address by default. This admits the virtual network only.
        ipFilter: [addressSpace],
      },
    });
    const inKafka = { project, serviceName: kafka.serviceName };
    const topic = new KafkaTopic(this, "topic", { ...inKafka, topicName: "orders", partitions: 3, replication: 2 });
    const user = new KafkaUser(this, "user", { ...inKafka, username: "shop" });
    new KafkaAcl(this, "acl", {
      ...inKafka,
      username: user.username,
      topic: topic.topicName,
      permission: "readwrite",
    });

    this.output("bootstrap_server", Fn.join(":", [kafka.serviceHost, Fn.tostring(kafka.servicePort)]));
    // what a client presents instead of a password
    this.output("access_cert", user.accessCert, true);
    this.output("access_key", user.accessKey, true);
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
      host: kafka.serviceHost,
      port: kafka.servicePort,
      protocol: ProbeProtocol.TLS,
      networkCidr,
      // A service keeps its host name when it moves to another VPC.
      triggers: { vpc: peering.vpcId },
    });
    this.output("is_it_private", probe.message);
  }

  private variable(name: string, description: string, rest: { default?: string; sensitive?: boolean } = {}): string {
    return new TerraformVariable(this, name, { type: "string", description, nullable: false, ...rest }).stringValue;
  }

  private flag(name: string, description: string) {
    return new TerraformVariable(this, name, { type: "bool", description, nullable: false, default: false })
      .booleanValue;
  }

  private output(name: string, value: string, sensitive = false): void {
    new TerraformOutput(this, name, { value, sensitive });
  }
}

const app = new App();
new KafkaStack(app, "kafka", { sshPublicKey: process.env.SSH_PUBLIC_KEY });
app.synth();
