import { nameOf, parentOf } from "../../clouds/azure/resource-id";
import { text } from "../../protocol/cty";
import { refreshed } from "../azure-sdk/drift";
import { doing } from "../azure-sdk/errors";
import type { AzurermClient } from "./client";
import { checkId, SDK, TIMEOUTS, type Behaviour } from "./common";
import { describe, importAsExists, requirePattern, SUBNET_ID } from "./ids";
import { put } from "./subnet";

/** Not a resource of Azure's: it is an attribute of the subnet, and has the subnet's id. */
export const subnetNetworkSecurityGroupAssociation: Behaviour = {
  ...SDK,
  timeouts: TIMEOUTS,
  forceNew: ["subnet_id", "network_security_group_id"],
  validate: (config) => checkId(config, "subnet_id", SUBNET_ID, "Subnet"),

  async create(planned, { client, signal }) {
    const id = text(planned.subnet_id);
    await associate(client, id, signal, text(planned.network_security_group_id));
    return { id };
  },

  async read(current, { client }) {
    const id = text(current.id);
    const subnet = await doing(`retrieving ${describe("Subnet", id)}`, () =>
      client.find((context) => client.world.azure.subnets.get(context, id)),
    );
    const group = subnet?.properties.networkSecurityGroupId;
    return group === undefined ? null : refreshed(current, { subnet_id: id, network_security_group_id: group });
  },

  async delete(prior, { client, signal }) {
    await associate(client, text(prior.id), signal, undefined);
  },

  importState(id) {
    requirePattern(id, SUBNET_ID, "Subnet");
    return { id };
  },
};

async function associate(client: AzurermClient, id: string, signal: AbortSignal, group?: string): Promise<void> {
  await doing(`updating Network Security Group Association for ${describe("Subnet", id)}`, () =>
    client.locks.holding(`azurerm_virtual_network.${nameOf(parentOf(id))}`, async () => {
      const { addressPrefixes, settings, networkSecurityGroupId } = client.arm((context) =>
        client.world.azure.subnets.get(context, id),
      ).properties;
      const typeName = "azurerm_subnet_network_security_group_association";
      if (group !== undefined && networkSecurityGroupId !== undefined) throw importAsExists(typeName, id);
      await put(client, id, signal, { addressPrefixes, settings, networkSecurityGroupId: group });
    }),
  );
}
