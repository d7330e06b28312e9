import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TerraformOutput, type TerraformStack } from "cdktf";
import {
  type AivenAzurePeering,
  type AivenAzurePeeringProps,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  ConnectivityProbe,
  type ConnectivityProbeProps,
} from "cdktf-aiven-azure-peering";
import { Pg, type PgConfig } from "cdktf-provider-aiven/lib/pg";
import type { SettingsInput } from "simulated-clouds";
import { Deployment } from "./deployment";
import { addNetwork, peerNetwork } from "./peering";

export const NETWORK_RANGE = "10.1.0.0/16";

/** A key that nobody has the other side of. */
export const PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0V3F0mQkq0tO0cY7mEwF2mJ0mBGk9x5pX8s7QyB1aC nobody";

export function addMachine(stack: TerraformStack, network: VirtualNetwork, range: string): LinuxVirtualMachine {
  const { location, resourceGroupName } = network;
  const subnet = new Subnet(stack, "subnet", {
    name: "Machines",
    resourceGroupName,
    virtualNetworkName: network.name,
    addressPrefixes: [range.replace("/16", "/24")],
  });
  const card = new NetworkInterface(stack, "network-interface", {
    name: "probe",
    location,
    resourceGroupName,
    ipConfiguration: [{ name: "internal", subnetId: subnet.id, privateIpAddressAllocation: "Dynamic" }],
  });
  return new LinuxVirtualMachine(stack, "machine", {
    name: "probe",
    location,
    resourceGroupName,
    size: "Standard_B1s",
    networkInterfaceIds: [card.id],
    adminUsername: "probe",
    adminSshKey: [{ username: "probe", publicKey: PUBLIC_KEY }],
    osDisk: { caching: "ReadOnly", storageAccountType: "Standard_LRS" },
    sourceImageReference: {
      publisher: "Canonical",
      offer: "ubuntu-24_04-lts",
      sku: "server",
      version: "latest",
    },
  });
}

export interface PrivateServiceOptions {
  readonly peering?: Partial<AivenAzurePeeringProps>;
  readonly service?: (peering: AivenAzurePeering) => Partial<PgConfig>;
  readonly probe?: Partial<ConnectivityProbeProps>;
  /** Puts the machine into a network of its own, which is not peered. */
  readonly machineElsewhere?: boolean;
}

/** A peering, a service in the VPC, a machine in the network, and a probe from one to the other. */
export function addPrivateService(stack: TerraformStack, options: PrivateServiceOptions = {}): void {
  const network = addNetwork(stack, "Hub", NETWORK_RANGE);
  const peering = peerNetwork(stack, {
    virtualNetwork: AzureVirtualNetwork.fromResource(network),
    ...options.peering,
  });
  const pg = new Pg(stack, "postgres", {
    project: "my-project",
    cloudName: "azure-japaneast",
    plan: "startup-4",
    serviceName: "postgres",
    projectVpcId: peering.vpcId,
    pgUserConfig: { ipFilter: [NETWORK_RANGE] },
    ...options.service?.(peering),
  });
  const machine = options.machineElsewhere
    ? addMachine(stack, addNetwork(stack, "Island", "10.2.0.0/16"), "10.2.0.0/16")
    : addMachine(stack, network, NETWORK_RANGE);
  const probe = new ConnectivityProbe(stack, "probe", {
    virtualNetwork: peering.virtualNetwork,
    virtualMachine: AzureVirtualMachine.fromResource(machine),
    host: pg.serviceHost,
    port: pg.servicePort,
    networkCidr: "10.0.0.0/24",
    ...options.probe,
  });
  for (const [name, value] of Object.entries({
    outcome: probe.outcome,
    message: probe.message,
    waited: probe.waitedSeconds,
  })) {
    new TerraformOutput(stack, name, { value });
  }
}

export const deployPrivateService = (options: PrivateServiceOptions = {}, settings: SettingsInput = {}) =>
  Deployment.start(settings, (stack) => addPrivateService(stack(), options));

export const PROBE = "azurerm_virtual_machine_run_command.probe_run-command_5A2781CC";

/** How often the probe ran so far, failed or not. */
export const runs = ({ world }: Deployment): number =>
  world.journal.entries.filter(
    ({ method, path, status }) => method === "PUT" && /\/runCommands\//.test(path) && status < 300,
  ).length;
