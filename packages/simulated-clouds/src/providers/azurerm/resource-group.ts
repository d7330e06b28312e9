import { minutes, seconds } from "../../clouds/clock";
import { nameOf } from "../../clouds/azure/resource-id";
import type { ArmResource } from "../../clouds/azure/resources";
import { text, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { refreshed } from "../azure-sdk/drift";
import { doing } from "../azure-sdk/errors";
import { pauseOrFail } from "../pause";
import { waitForState } from "../state-change";
import type { AzurermClient } from "./client";
import { groupId, normalizeLocation, planLocation, SDK, tagsOf, type Behaviour } from "./common";
import { importAsExists, requirePattern, RESOURCE_GROUP_ID } from "./ids";

export const resourceGroup: Behaviour = {
  ...SDK,
  timeouts: { create: "90m", read: "5m", update: "90m", delete: "90m" },
  forceNew: ["name", "location"],
  plan: planLocation,

  async create(planned, { client, signal, timeout }) {
    const id = groupId(client, planned.name);
    const { resourceGroups } = client.world.azure;
    const existing = await doing("checking for presence of existing resource group", () =>
      client.find((context) => resourceGroups.get(context, id)),
    );
    if (existing) throw importAsExists("azurerm_resource_group", id);
    await doing(`creating Resource Group "${text(planned.name)}"`, () => put(client, id, planned));
    // ARM's regions agree about a new group only after a while: it must be seen three times in a row
    await doing(`waiting for Resource Group ${text(planned.name)} to become available`, () =>
      waitForState({
        clock: client.world.clock,
        signal,
        timeout,
        pending: ["Waiting"],
        target: ["Done"],
        minTimeout: seconds(4),
        continuousTargetOccurrence: 3,
        refresh: () => {
          const thing = client.find((context) => resourceGroups.get(context, id));
          return { thing, state: thing ? "Done" : "Waiting" };
        },
      }),
    );
    return { id };
  },

  async read(current, { client }) {
    const id = text(current.id);
    const group = await doing("reading resource group", () =>
      client.find((context) => client.world.azure.resourceGroups.get(context, id)),
    );
    if (!group) return null;
    const managedBy = text(group.properties.managedBy as string | null);
    return refreshed(current, {
      name: nameOf(id),
      location: group.location,
      managed_by: managedBy,
      tags: { ...group.tags },
    });
  },

  async update(prior, planned, { client }) {
    await doing(`creating "${text(prior.id)}"`, () => put(client, text(prior.id), planned));
    return {};
  },

  async delete(prior, { client, signal }) {
    const id = text(prior.id);
    if (client.features.preventDeletionOfFilledResourceGroups) await requireEmpty(client, id, signal);
    const { azure } = client.world;
    await doing(`deleting Resource Group "${nameOf(id)}"`, async () => {
      if (!client.find((context) => azure.resourceGroups.get(context, id))) return;
      await client.armThenPoll(signal, (context) =>
        azure.resourceGroups.delete(context, id, (resource) => azure.erase(resource)),
      );
    });
  },

  importState(id) {
    requirePattern(id, RESOURCE_GROUP_ID, "Resource Group");
    return { id };
  },
};

function put(client: AzurermClient, id: string, planned: Values): ArmResource {
  const { location, managed_by: managedBy } = planned;
  const group = { id, location: normalizeLocation(text(location)), tags: tagsOf(planned), properties: { managedBy } };
  return client.arm((context) => client.world.azure.resourceGroups.put(context, group));
}

/** A group that still holds resources is not deleted, so that nothing is lost that Terraform never knew; ten minutes' grace. */
async function requireEmpty(client: AzurermClient, id: string, signal: AbortSignal): Promise<void> {
  const { azure, clock } = client.world;
  const end = clock.now() + minutes(10);
  for (;;) {
    const left = await doing(`listing resources in Resource Group "${nameOf(id)}"`, () =>
      client.find((context) => azure.resourceGroups.contents(context, id)),
    );
    // subnets and peerings belong to their network, and the listing shows only what stands by itself
    const nested = (left ?? []).filter((resource) => resource.id.split("/providers/")[1]?.split("/").length === 3);
    if (nested.length === 0) return;
    if (clock.now() >= end) throw stillContains(nameOf(id), nested.map((resource) => resource.id).sort());
    await pauseOrFail(client.world, seconds(30), signal);
  }
}

const stillContains = (name: string, ids: readonly string[]): Failure =>
  new Failure({
    summary: [
      `deleting Resource Group "${name}": the Resource Group still contains Resources.`,
      "Terraform is configured to check for Resources within the Resource Group when deleting the Resource Group - and\nraise an error if nested Resources still exist to avoid unintentionally deleting these Resources.",
      "Terraform has detected that the following Resources still exist within the Resource Group:",
      ids.map((id) => `* \`${id}\``).join("\n"),
    ].join("\n\n"),
  });
