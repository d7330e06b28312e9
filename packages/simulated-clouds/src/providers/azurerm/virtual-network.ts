import { nameOf, resourceGroupOf } from "../../clouds/azure/resource-id";
import type { Subnet } from "../../clouds/azure/subnets";
import { isObject, text, texts, UNKNOWN, type Value, type Values } from "../../protocol/cty";
import type { Change } from "../../protocol/provider-definition";
import { refreshed } from "../azure-sdk/drift";
import { doing } from "../azure-sdk/errors";
import type { AzurermClient } from "./client";
import {
  networkId,
  normalizeLocation,
  planLocation,
  SDK,
  settingsOf,
  tagsOf,
  TIMEOUTS,
  type Behaviour,
} from "./common";
import { describe, importAsExists, requirePattern, VIRTUAL_NETWORK_ID } from "./ids";
import { keepAllocatedRanges, poolBlocks, requireRanges, sharesOf } from "./ip-address-pool";
import { SUBNET_DEFAULTS } from "./subnet";

const KEPT = [
  "bgp_community",
  "dns_servers",
  "edge_zone",
  "flow_timeout_in_minutes",
  "private_endpoint_vnet_policies",
  "ddos_protection_plan",
  "encryption",
];
const describeNetwork = (id: string): string => describe("Virtual Network", id);

export const virtualNetwork: Behaviour = {
  ...SDK,
  timeouts: TIMEOUTS,
  forceNew: ["name", "resource_group_name", "location", "edge_zone"],
  defaults: { private_endpoint_vnet_policies: "Disabled" },
  unplanned: ["address_space", "ip_address_pool"],
  validate: requireRanges,

  plan(change) {
    planLocation(change);
    planInlineSubnets(change);
    keepAllocatedRanges(change);
  },

  async create(planned, { client, signal }) {
    const id = networkId(client, planned, "virtualNetworks", text(planned.name));
    const existing = await doing(`checking for presence of existing ${describeNetwork(id)}`, () =>
      client.find((context) => client.world.azure.virtualNetworks.get(context, id)),
    );
    if (existing) throw importAsExists("azurerm_virtual_network", id);
    await doing(`creating ${describeNetwork(id)}`, async () => {
      await put(client, id, planned, signal);
      putInlineSubnets(client, id, planned);
    });
    return { id, ...computed(client, id, planned) };
  },

  async read(current, { client }) {
    const id = text(current.id);
    const network = await doing(`retrieving ${describeNetwork(id)}`, () =>
      client.find((context) => client.world.azure.virtualNetworks.get(context, id)),
    );
    if (!network) return null;
    const { addressSpace, guid, settings, poolAllocations } = network.properties;
    return refreshed(current, {
      ...(settings as Values),
      ip_address_pool: poolBlocks(poolAllocations),
      name: nameOf(network.id),
      resource_group_name: resourceGroupOf(network.id),
      location: network.location,
      tags: { ...network.tags },
      address_space: [...addressSpace],
      guid,
      subnet: subnetsOf(client, id),
    });
  },

  async update(prior, planned, { client, signal }) {
    const id = text(prior.id);
    await doing(`updating ${describeNetwork(id)}`, async () => {
      await put(client, id, planned, signal);
      if (Array.isArray(planned.subnet)) putInlineSubnets(client, id, planned);
    });
    return computed(client, id, planned);
  },

  async delete(prior, { client, signal }) {
    const id = text(prior.id);
    await doing(`deleting ${describeNetwork(id)}`, () =>
      client.armThenPoll(signal, (context) => client.world.azure.virtualNetworks.delete(context, id)),
    );
  },

  importState(id) {
    requirePattern(id, VIRTUAL_NETWORK_ID, "Virtual Network");
    return { id };
  },
};

async function put(client: AzurermClient, id: string, planned: Values, signal: AbortSignal): Promise<void> {
  await client.armThenPoll(signal, (context) =>
    client.world.azure.virtualNetworks.put(context, {
      id,
      location: normalizeLocation(text(planned.location)),
      tags: tagsOf(planned),
      addressSpace: texts(planned.address_space),
      pools: sharesOf(planned),
      settings: { ...settingsOf(planned, KEPT), dns_servers: texts(planned.dns_servers) },
    }),
  );
}

function computed(client: AzurermClient, id: string, planned: Values): Values {
  const network = client.arm((context) => client.world.azure.virtualNetworks.get(context, id));
  const { guid, addressSpace, poolAllocations } = network.properties;
  return {
    guid,
    address_space: [...addressSpace],
    ip_address_pool: poolBlocks(poolAllocations),
    dns_servers: texts(planned.dns_servers),
    subnet: subnetsOf(client, id),
  };
}

/** Subnets may stand inside their network too. Where the configuration names none, those made elsewhere are shown. */
function planInlineSubnets({ planned, config, prior }: Change): void {
  if (!Array.isArray(config.subnet)) return;
  const before = Array.isArray(prior?.subnet) ? prior.subnet.filter(isObject) : [];
  planned.subnet = config.subnet.filter(isObject).map((subnet) => {
    const known = before.find(({ name }) => name === subnet.name);
    const given = Object.fromEntries(Object.entries(subnet).filter(([, value]) => value !== null));
    return { ...EMPTY_SUBNET, ...given, id: known?.id ?? UNKNOWN };
  });
}

const EMPTY_SUBNET: Values = {
  ...SUBNET_DEFAULTS,
  address_prefixes: [],
  delegation: [],
  route_table_id: "",
  security_group: "",
  service_endpoint_policy_ids: [],
  service_endpoints: [],
};

function putInlineSubnets(client: AzurermClient, networkId: string, planned: Values): void {
  for (const subnet of Array.isArray(planned.subnet) ? planned.subnet.filter(isObject) : []) {
    const { name, address_prefixes, security_group } = subnet;
    const settings = settingsOf(subnet, Object.keys(EMPTY_SUBNET));
    client.arm((context) =>
      client.world.azure.subnets.put(context, `${networkId}/subnets/${text(name)}`, {
        addressPrefixes: texts(address_prefixes),
        networkSecurityGroupId: text(security_group) || undefined,
        settings,
      }),
    );
  }
}

function subnetsOf(client: AzurermClient, id: string): Value[] {
  return client.world.azure.subnets.of(id).map(({ id: subnetId, properties }: Subnet) => {
    const settings = Object.fromEntries(
      Object.keys(EMPTY_SUBNET).map((name) => [name, (properties.settings[name] as Value) ?? EMPTY_SUBNET[name]]),
    );
    return {
      ...settings,
      id: subnetId,
      name: nameOf(subnetId),
      address_prefixes: [...properties.addressPrefixes],
      security_group: properties.networkSecurityGroupId ?? "",
    };
  });
}
