import { Buffer } from "node:buffer";
import { nameOf, subscriptionId } from "../../clouds/azure/resource-id";
import type { VirtualNetworkProperties } from "../../clouds/azure/network-properties";
import { text, texts, type Value, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { DataSourceBehaviour } from "../../protocol/provider-definition";
import { doing } from "../azure-sdk/errors";
import type { AzurermClient } from "./client";
import { groupId, networkId } from "./common";
import { describe } from "./ids";
import { roleDefinition } from "./role-definition-data-source";

type DataSource = DataSourceBehaviour<AzurermClient>;

/** Whom the provider acts as; asks nobody. */
const clientConfig: DataSource = {
  read(_config, { client }) {
    const { clientId, objectId, subscriptionId: subscription, tenantId } = client.account;
    const id = `clientConfigs/clientId=${clientId};objectId=${objectId};subscriptionId=${subscription};tenantId=${tenantId}`;
    return {
      id: Buffer.from(id).toString("base64"),
      client_id: clientId,
      object_id: objectId,
      subscription_id: subscription,
      tenant_id: tenantId,
    };
  },
};

const resourceGroup: DataSource = {
  async read(config, { client }) {
    const id = groupId(client, config.name);
    const group = await doing(`retrieving Resource Group "${text(config.name)}"`, () =>
      client.find((context) => client.world.azure.resourceGroups.get(context, id)),
    );
    if (!group) throw new Failure({ summary: `Resource Group "${text(config.name)}" was not found` });
    const managedBy = text(group.properties.managedBy as Value);
    return { id: group.id, location: group.location, managed_by: managedBy, tags: { ...group.tags } };
  },
};

const subscription: DataSource = {
  async read(config, { client }) {
    const wanted = text(config.subscription_id) || client.account.subscriptionId;
    await doing(`retrieving Subscription "${wanted}"`, () =>
      client.arm((context) => client.world.azure.resourceProviders.subscription(context, wanted)),
    );
    const found = client.world.azure.subscriptions.get(wanted);
    return {
      id: subscriptionId(wanted),
      subscription_id: wanted,
      tenant_id: found?.tenantId ?? "",
      display_name: found?.name ?? "",
      state: "Enabled",
      // assumed: a pay-as-you-go subscription
      quota_id: "PayAsYouGo_2014-09-01",
      spending_limit: "Off",
      location_placement_id: "Public_2014-09-01",
      tags: {},
    };
  },
};

const virtualNetwork: DataSource = {
  async read(config, { client }) {
    const { azure } = client.world;
    const id = networkId(client, config, "virtualNetworks", text(config.name));
    const network = await doing(`retrieving ${describe("Virtual Network", id)}`, () =>
      client.find((context) => azure.virtualNetworks.get(context, id)),
    );
    if (!network) throw new Failure({ summary: `${describe("Virtual Network", id)} was not found` });
    const { addressSpace, guid, settings } = network.properties;
    const peerings = azure.peerings.of(id);
    const remotes = peerings.map(({ properties }) => properties.remoteVirtualNetworkId);
    const remoteRanges = remotes.flatMap(
      (remote) => azure.resources.get<VirtualNetworkProperties>(remote)?.properties.addressSpace ?? [],
    );
    const networkPeerings: Values = Object.fromEntries(peerings.map((one, index) => [nameOf(one.id), remotes[index]]));
    return {
      id: network.id,
      location: network.location,
      guid,
      address_space: [...addressSpace],
      dns_servers: texts(settings.dns_servers as Value),
      subnets: azure.subnets.of(id).map((subnet) => nameOf(subnet.id)),
      vnet_peerings: networkPeerings,
      vnet_peerings_addresses: remoteRanges,
      tags: { ...network.tags },
    };
  },
};

export const dataSources: Record<string, DataSource> = {
  azurerm_client_config: clientConfig,
  azurerm_resource_group: resourceGroup,
  azurerm_role_definition: roleDefinition,
  azurerm_subscription: subscription,
  azurerm_virtual_network: virtualNetwork,
};
