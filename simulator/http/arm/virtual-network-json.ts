import { nameOf } from "../../clouds/azure/resource-id";
import type { Subnet } from "../../clouds/azure/subnets";
import type { VirtualNetworkPeering } from "../../clouds/azure/peering-properties";
import type { VirtualNetwork } from "../../clouds/azure/virtual-networks";
import type { World } from "../../clouds/world";
import { object, overlay, texts, type Json, type JsonObject } from "../json";
import type { Kept } from "../kept";

/** Networks, subnets and peerings as ARM shows them. */
export class NetworkJson {
  constructor(
    private readonly azure: World["azure"],
    private readonly kept: Kept,
  ) {}

  virtualNetwork({ id, location, tags, properties }: VirtualNetwork): JsonObject {
    const dnsServers = texts(properties.settings.dns_servers as Json);
    const known: JsonObject = {
      provisioningState: this.azure.provisioning.state(id),
      resourceGuid: properties.guid,
      addressSpace: { addressPrefixes: [...properties.addressSpace] },
      ...(dnsServers.length > 0 ? { dhcpOptions: { dnsServers } } : {}),
      enableDdosProtection: false,
      subnets: this.azure.subnets.of(id).map((subnet) => this.subnet(subnet)),
      virtualNetworkPeerings: this.azure.peerings.of(id).map((peering) => this.peering(peering)),
    };
    return this.resource(id, "Microsoft.Network/virtualNetworks", known, { location, tags });
  }

  subnet({ id, properties }: Subnet): JsonObject {
    const { addressPrefixes, networkSecurityGroupId, usedBy } = properties;
    const known: JsonObject = {
      provisioningState: this.azure.provisioning.state(id),
      ...(addressPrefixes.length === 1
        ? { addressPrefix: addressPrefixes[0] }
        : { addressPrefixes: [...addressPrefixes] }),
      ...(networkSecurityGroupId ? { networkSecurityGroup: { id: networkSecurityGroupId } } : {}),
      ...(usedBy.length > 0
        ? { ipConfigurations: usedBy.map((user) => ({ id: `${user}/ipConfigurations/simulated` })) }
        : {}),
    };
    return this.resource(id, "Microsoft.Network/virtualNetworks/subnets", overlay(SUBNET, known));
  }

  peering({ id, properties }: VirtualNetworkPeering): JsonObject {
    const { remoteVirtualNetworkId, peeringState, peeringSyncLevel, settings } = properties;
    const known: JsonObject = {
      provisioningState: "Succeeded",
      ...(settings as JsonObject),
      peeringState,
      peeringSyncLevel,
      remoteVirtualNetwork: { id: remoteVirtualNetworkId },
      remoteAddressSpace: { addressPrefixes: [...properties.remoteAddressSpace] },
      remoteVirtualNetworkAddressSpace: { addressPrefixes: [...properties.remoteVirtualNetworkAddressSpace] },
    };
    return this.resource(id, "Microsoft.Network/virtualNetworks/virtualNetworkPeerings", known);
  }

  private resource(id: string, type: string, known: JsonObject, own: JsonObject = {}): JsonObject {
    const sent = this.kept.get(id);
    return { ...sent, id, name: nameOf(id), type, ...own, properties: overlay(object(sent.properties), known) };
  }
}

/** What a subnet is where nobody has said anything. */
const SUBNET: JsonObject = {
  delegations: [],
  privateEndpointNetworkPolicies: "Disabled",
  privateLinkServiceNetworkPolicies: "Enabled",
};
