import { nameOf, parentOf, resourceGroupOf } from "../../clouds/azure/resource-id";
import type { SubnetInput } from "../../clouds/azure/subnets";
import { text, texts, type Values } from "../../protocol/cty";
import { refreshed } from "../azure-sdk/drift";
import { doing } from "../azure-sdk/errors";
import type { AzurermClient } from "./client";
import { networkId, SDK, settingsOf, TIMEOUTS, type Behaviour } from "./common";
import { describe, importAsExists, requirePattern, SUBNET_ID } from "./ids";

export const SUBNET_DEFAULTS = {
  default_outbound_access_enabled: true,
  private_endpoint_network_policies: "Disabled",
  private_link_service_network_policies_enabled: true,
};
const KEPT = [
  ...Object.keys(SUBNET_DEFAULTS),
  "service_endpoints",
  "service_endpoint_policy_ids",
  "sharing_scope",
  "delegation",
  "ip_address_pool",
];
const describeSubnet = (id: string): string => describe("Subnet", id);

/** The subnets of one network are written one after the other. */
const lockOf = (id: string): string => `azurerm_virtual_network.${nameOf(parentOf(id))}`;

export const subnet: Behaviour = {
  ...SDK,
  timeouts: TIMEOUTS,
  forceNew: ["name", "resource_group_name", "virtual_network_name"],
  defaults: SUBNET_DEFAULTS,

  async create(planned, { client, signal }) {
    const id = networkId(
      client,
      planned,
      "virtualNetworks",
      text(planned.virtual_network_name),
      "subnets",
      text(planned.name),
    );
    const existing = await doing(`checking for presence of existing ${describeSubnet(id)}`, () =>
      client.find((context) => client.world.azure.subnets.get(context, id)),
    );
    if (existing) throw importAsExists("azurerm_subnet", id);
    await doing(`creating ${describeSubnet(id)}`, () =>
      client.locks.holding(lockOf(id), () => put(client, id, signal, inputOf(planned))),
    );
    return { id };
  },

  async read(current, { client }) {
    const id = text(current.id);
    const found = await doing(`retrieving ${describeSubnet(id)}`, () =>
      client.find((context) => client.world.azure.subnets.get(context, id)),
    );
    if (!found) return null;
    const { addressPrefixes, settings } = found.properties;
    return refreshed(current, {
      ...settingsOf(settings as Values, KEPT),
      name: nameOf(found.id),
      virtual_network_name: nameOf(parentOf(found.id)),
      resource_group_name: resourceGroupOf(found.id),
      address_prefixes: [...addressPrefixes],
    });
  },

  async update(prior, planned, { client, signal }) {
    const id = text(prior.id);
    await doing(`updating ${describeSubnet(id)}`, () =>
      client.locks.holding(lockOf(id), async () => {
        const { networkSecurityGroupId } = client.arm((context) =>
          client.world.azure.subnets.get(context, id),
        ).properties;
        await put(client, id, signal, { ...inputOf(planned), networkSecurityGroupId });
      }),
    );
    return {};
  },

  async delete(prior, { client, signal }) {
    const id = text(prior.id);
    await doing(`deleting ${describeSubnet(id)}`, () =>
      client.locks.holding(lockOf(id), () =>
        client.armThenPoll(signal, (context) => client.world.azure.subnets.delete(context, id)),
      ),
    );
  },

  importState(id) {
    requirePattern(id, SUBNET_ID, "Subnet");
    return { id };
  },
};

const inputOf = (planned: Values): SubnetInput => ({
  addressPrefixes: texts(planned.address_prefixes),
  settings: settingsOf(planned, KEPT),
});

export async function put(client: AzurermClient, id: string, signal: AbortSignal, input: SubnetInput): Promise<void> {
  await client.armThenPoll(signal, (context) => client.world.azure.subnets.put(context, id, input));
}
