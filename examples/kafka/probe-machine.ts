import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";

export interface ProbeMachineProps {
  readonly network: VirtualNetwork;
  /** The range of the machine's subnet, inside the network's. */
  readonly range: string;
  readonly sshPublicKey: string;
  readonly size: string;
}

/** A small Linux machine that has no public address and accepts no connections: Azure's agent runs the commands on it. */
export class ProbeMachine extends Construct {
  public readonly virtualMachine: LinuxVirtualMachine;

  constructor(scope: Construct, id: string, { network, range, sshPublicKey, size }: ProbeMachineProps) {
    super(scope, id);
    const { location, resourceGroupName } = network;
    const subnet = new Subnet(this, "subnet", {
      name: "probe",
      resourceGroupName,
      virtualNetworkName: network.name,
      addressPrefixes: [range],
    });
    const nothingIn = new NetworkSecurityGroup(this, "nothing-in", {
      name: "nothing-in",
      location,
      resourceGroupName,
      securityRule: [
        {
          name: "nothing-in",
          description: "Azure's own rules would let in the network and its peers",
          priority: 100,
          direction: "Inbound",
          access: "Deny",
          protocol: "*",
          sourceAddressPrefix: "*",
          sourcePortRange: "*",
          destinationAddressPrefix: "*",
          destinationPortRange: "*",
        },
      ],
    });
    const guarded = new SubnetNetworkSecurityGroupAssociation(this, "guarded", {
      subnetId: subnet.id,
      networkSecurityGroupId: nothingIn.id,
    });
    const networkInterface = new NetworkInterface(this, "network-interface", {
      name: "probe",
      location,
      resourceGroupName,
      ipConfiguration: [{ name: "private", subnetId: guarded.subnetId, privateIpAddressAllocation: "Dynamic" }],
    });
    this.virtualMachine = new LinuxVirtualMachine(this, "virtual-machine", {
      name: "probe",
      location,
      resourceGroupName,
      size,
      networkInterfaceIds: [networkInterface.id],
      adminUsername: "probe",
      adminSshKey: [{ username: "probe", publicKey: sshPublicKey }],
      disablePasswordAuthentication: true,
      osDisk: { caching: "ReadOnly", storageAccountType: "Standard_LRS" },
      sourceImageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
    });
  }
}
