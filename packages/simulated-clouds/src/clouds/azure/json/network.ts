import { ApiError } from "../../api-error";
import { object, overlay, text, texts, type Json, type JsonObject } from "../../json";
import type { Azure } from "../azure";
import type { PeeringSettings, VirtualNetworkPeering } from "../peering-properties";
import { nameOf } from "../resource-id";
import type { Subnet } from "../subnets";
import type { PeeringInput } from "../virtual-network-peerings";
import { VIRTUAL_NETWORK, type VirtualNetwork } from "../virtual-networks";

export const PEERING = `${VIRTUAL_NETWORK}/virtualNetworkPeerings`;
const SUBNET = `${VIRTUAL_NETWORK}/subnets`;

/** Virtual networks, subnets and peerings: https://learn.microsoft.com/rest/api/virtualnetwork */
export class NetworkJson {
  /** @param sent - the properties that a client sent for a resource and the clouds have no rule for; they are shown as they were sent */
  constructor(
    private readonly azure: Azure,
    private readonly sent: (id: string) => JsonObject = () => ({}),
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
    const shown = overlay(this.sent(id), known);
    return { id, name: nameOf(id), type: VIRTUAL_NETWORK, location, tags: { ...tags }, properties: shown };
  }

  subnet({ id, properties }: Subnet): JsonObject {
    const { addressPrefixes, networkSecurityGroupId, usedBy } = properties;
    const users = usedBy.map((user) => ({ id: `${user}/ipConfigurations/simulated` }));
    const known: JsonObject = {
      provisioningState: this.azure.provisioning.state(id),
      ...(addressPrefixes.length === 1
        ? { addressPrefix: addressPrefixes[0] }
        : { addressPrefixes: [...addressPrefixes] }),
      ...(networkSecurityGroupId ? { networkSecurityGroup: { id: networkSecurityGroupId } } : {}),
      ...(users.length > 0 ? { ipConfigurations: users } : {}),
    };
    const shown = overlay(overlay(FRESH_SUBNET, this.sent(id)), known);
    return { id, name: nameOf(id), type: SUBNET, properties: shown };
  }

  peering({ id, properties }: VirtualNetworkPeering): JsonObject {
    const { settings, peeringState, peeringSyncLevel, remoteVirtualNetworkId } = properties;
    return {
      id,
      name: nameOf(id),
      type: PEERING,
      properties: {
        provisioningState: this.azure.provisioning.state(id),
        peeringState,
        peeringSyncLevel,
        remoteVirtualNetwork: { id: remoteVirtualNetworkId },
        remoteAddressSpace: { addressPrefixes: [...properties.remoteAddressSpace] },
        remoteVirtualNetworkAddressSpace: { addressPrefixes: [...properties.remoteVirtualNetworkAddressSpace] },
        ...shownSettings(settings),
      },
    };
  }
}

/** What a subnet is where nobody has said anything. */
const FRESH_SUBNET: JsonObject = {
  delegations: [],
  privateEndpointNetworkPolicies: "Disabled",
  privateLinkServiceNetworkPolicies: "Enabled",
};

/** What a peering has of its own, and Azure's value where none was given. */
const SETTINGS: Readonly<Record<keyof PeeringSettings, Json>> = {
  // assumed: what is left out is false, but that the whole networks are peered
  allowVirtualNetworkAccess: false,
  allowForwardedTraffic: false,
  allowGatewayTransit: false,
  useRemoteGateways: false,
  peerCompleteVnets: true,
  enableOnlyIPv6Peering: null,
  localSubnetNames: null,
  remoteSubnetNames: null,
};

function shownSettings(settings: PeeringSettings): JsonObject {
  const found = Object.entries({ ...SETTINGS, ...(settings as JsonObject) });
  return Object.fromEntries(found.filter(([, value]) => value !== null && value !== ""));
}

/** The body of a PUT of a peering, as the rules take it. */
export function peeringInput(body: JsonObject, query: Readonly<Record<string, string>>): PeeringInput {
  const properties = object(body.properties);
  const remoteVirtualNetworkId = text(object(properties.remoteVirtualNetwork).id);
  if (remoteVirtualNetworkId === "") {
    // assumed: the text; the code is Azure's for a reference without an id
    const message = "Value for reference id is missing. Path properties.remoteVirtualNetwork.";
    throw new ApiError(400, "MissingJsonReferenceId", message);
  }
  return {
    remoteVirtualNetworkId,
    settings: Object.fromEntries(
      Object.entries(SETTINGS).map(([name, otherwise]) => [name, properties[name] ?? otherwise]),
    ),
    syncRemoteAddressSpace: query.syncRemoteAddressSpace === "true",
  };
}
