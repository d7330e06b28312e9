import { seconds } from "../../clouds/clock";
import type { PeeringSettings } from "../../clouds/azure/peering-properties";
import { nameOf, parentOf, resourceGroupOf } from "../../clouds/azure/resource-id";
import { flag, text, texts, type Values } from "../../protocol/cty";
import { refreshed } from "../azure-sdk/drift";
import { doing } from "../azure-sdk/errors";
import { pauseOrFail } from "../pause";
import type { AzurermClient } from "./client";
import { checkId, networkId, SDK, TIMEOUTS, type Behaviour } from "./common";
import { describe, importAsExists, PEERING_ID, requirePattern, VIRTUAL_NETWORK_ID } from "./ids";

const DEFAULTS = {
  allow_virtual_network_access: true,
  allow_forwarded_traffic: false,
  allow_gateway_transit: false,
  use_remote_gateways: false,
  peer_complete_virtual_networks_enabled: true,
};
const describePeering = (id: string): string => describe("Virtual Network Peering", id);

/** azurerm waits before it asks for a peering, then asks once: neither a 403 nor a network in change is tried again. */
const DELAY = seconds(15);
/** All peerings of an instance are written one after the other. */
const LOCK = "azurerm_virtual_network_peering";

export const virtualNetworkPeering: Behaviour = {
  ...SDK,
  timeouts: TIMEOUTS,
  forceNew: [
    "name",
    "resource_group_name",
    "virtual_network_name",
    "remote_virtual_network_id",
    "only_ipv6_peering_enabled",
    "peer_complete_virtual_networks_enabled",
  ],
  defaults: DEFAULTS,
  validate: (config) => checkId(config, "remote_virtual_network_id", VIRTUAL_NETWORK_ID, "Virtual Network"),

  async create(planned, { client, signal }) {
    const network = text(planned.virtual_network_name);
    const id = networkId(client, planned, "virtualNetworks", network, "virtualNetworkPeerings", text(planned.name));
    const existing = await doing(`checking for presence of existing ${describePeering(id)}`, () =>
      client.find((context) => client.world.azure.peerings.get(context, id)),
    );
    if (existing) throw importAsExists("azurerm_virtual_network_peering", id);
    await doing(`waiting for ${describePeering(id)} to be created`, () =>
      client.locks.holding(LOCK, async () => {
        await pauseOrFail(client.world, DELAY, signal);
        await put(client, id, planned, signal);
      }),
    );
    return { id };
  },

  async read(current, { client }) {
    const id = text(current.id);
    const peering = await doing(`retrieving ${describePeering(id)}`, () =>
      client.find((context) => client.world.azure.peerings.get(context, id)),
    );
    if (!peering) return null;
    return refreshed(current, {
      ...argumentsOf(peering.properties.settings),
      name: nameOf(peering.id),
      virtual_network_name: nameOf(parentOf(peering.id)),
      resource_group_name: resourceGroupOf(peering.id),
      remote_virtual_network_id: peering.properties.remoteVirtualNetworkId,
    });
  },

  /** Changed `triggers` alone ask again, which is how a changed range of a network is made known. */
  async update(prior, planned, { client, signal }) {
    const id = text(prior.id);
    await doing(`updating ${describePeering(id)}`, () =>
      client.locks.holding(LOCK, () => put(client, id, planned, signal)),
    );
    return {};
  },

  async delete(prior, { client, signal }) {
    const id = text(prior.id);
    await doing(`deleting ${describePeering(id)}`, () =>
      client.locks.holding(LOCK, () =>
        client.armThenPoll(signal, (context) => client.world.azure.peerings.delete(context, id)),
      ),
    );
  },

  importState(id) {
    requirePattern(id, PEERING_ID, "Virtual Network Peering");
    return { id };
  },
};

async function put(client: AzurermClient, id: string, planned: Values, signal: AbortSignal): Promise<void> {
  await client.armThenPoll(signal, (context) =>
    client.world.azure.peerings.put(context, id, {
      remoteVirtualNetworkId: text(planned.remote_virtual_network_id),
      settings: settingsOf(planned),
      syncRemoteAddressSpace: true,
    }),
  );
}

const settingsOf = (planned: Values): PeeringSettings => ({
  allowVirtualNetworkAccess: flag(planned.allow_virtual_network_access),
  allowForwardedTraffic: flag(planned.allow_forwarded_traffic),
  allowGatewayTransit: flag(planned.allow_gateway_transit),
  useRemoteGateways: flag(planned.use_remote_gateways),
  peerCompleteVnets: flag(planned.peer_complete_virtual_networks_enabled),
  enableOnlyIPv6Peering: flag(planned.only_ipv6_peering_enabled),
  localSubnetNames: texts(planned.local_subnet_names),
  remoteSubnetNames: texts(planned.remote_subnet_names),
});

const argumentsOf = (settings: PeeringSettings): Values => ({
  allow_virtual_network_access: settings.allowVirtualNetworkAccess ?? true,
  allow_forwarded_traffic: settings.allowForwardedTraffic ?? false,
  allow_gateway_transit: settings.allowGatewayTransit ?? false,
  use_remote_gateways: settings.useRemoteGateways ?? false,
  peer_complete_virtual_networks_enabled: settings.peerCompleteVnets ?? true,
  only_ipv6_peering_enabled: settings.enableOnlyIPv6Peering || null,
  local_subnet_names: [...(settings.localSubnetNames ?? [])],
  remote_subnet_names: [...(settings.remoteSubnetNames ?? [])],
});
