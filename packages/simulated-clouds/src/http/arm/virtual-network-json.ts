import { ArmJson } from "../../clouds/azure/arm-json";
import { nameOf } from "../../clouds/azure/resource-id";
import type { Subnet } from "../../clouds/azure/subnets";
import type { VirtualNetworkPeering } from "../../clouds/azure/peering-properties";
import type { VirtualNetwork } from "../../clouds/azure/virtual-networks";
import type { World } from "../../clouds/world";
import { object, overlay, texts, type Json, type JsonObject } from "../json";
import type { Kept } from "../kept";

/** Networks, subnets and peerings as ARM shows them. */
export class NetworkJson {
  private readonly arm: ArmJson;

  constructor(
    private readonly azure: World["azure"],
    private readonly kept: Kept,
  ) {
    this.arm = new ArmJson(azure);
  }

  virtualNetwork(network: VirtualNetwork): JsonObject {
    const dnsServers = texts(network.properties.settings.dns_servers as Json);
    const shown = this.arm.network(network) as JsonObject;
    const more: JsonObject = {
      ...(dnsServers.length > 0 ? { dhcpOptions: { dnsServers } } : {}),
      enableDdosProtection: false,
      subnets: this.azure.subnets.of(network.id).map((subnet) => this.subnet(subnet)),
      virtualNetworkPeerings: this.azure.peerings.of(network.id).map((peering) => this.peering(peering)),
    };
    return { ...shown, properties: overlay(this.sent(network.id), { ...object(shown.properties), ...more }) };
  }

  subnet({ id, properties }: Subnet): JsonObject {
    const { addressPrefixes, networkSecurityGroupId, usedBy } = properties;
    const prefixes = addressPrefixes.length === 1 ? { addressPrefix: addressPrefixes[0] } : { addressPrefixes };
    const known = {
      provisioningState: this.azure.provisioning.state(id),
      ...prefixes,
      ...(networkSecurityGroupId ? { networkSecurityGroup: { id: networkSecurityGroupId } } : {}),
      ...(usedBy.length > 0
        ? { ipConfigurations: usedBy.map((user) => ({ id: `${user}/ipConfigurations/simulated` })) }
        : {}),
    } as JsonObject;
    const type = "Microsoft.Network/virtualNetworks/subnets";
    return { id, name: nameOf(id), type, properties: overlay(overlay(SUBNET, this.sent(id)), known) };
  }

  peering(peering: VirtualNetworkPeering): JsonObject {
    return this.arm.peering(peering);
  }

  private sent(id: string): JsonObject {
    return object(this.kept.get(id).properties);
  }
}

/** What a subnet is where nobody has said anything. */
const SUBNET: JsonObject = {
  delegations: [],
  privateEndpointNetworkPolicies: "Disabled",
  privateLinkServiceNetworkPolicies: "Enabled",
};
