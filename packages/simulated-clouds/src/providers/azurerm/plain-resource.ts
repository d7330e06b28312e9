import type { IpConfiguration } from "../../clouds/azure/addresses";
import type { PlainResource } from "../../clouds/azure/plain-resources";
import { nameOf, resourceGroupOf } from "../../clouds/azure/resource-id";
import { text, type Value, type Values } from "../../protocol/cty";
import { refreshed } from "../azure-sdk/drift";
import { doing } from "../azure-sdk/errors";
import type { AzurermClient } from "./client";
import { normalizeLocation, planLocation, SDK, settingsOf, tagsOf, TIMEOUTS, type Behaviour } from "./common";
import { describe, importAsExists, requirePattern } from "./ids";

export interface PlainKind {
  readonly typeName: string;
  /** How azurerm calls it in messages. */
  readonly kind: string;
  /** Its id with stars for the names. */
  readonly pattern: string;
  id(client: AzurermClient, planned: Values): string;
  /** Arguments that Azure keeps as they are given. */
  readonly kept: readonly string[];
  /** Ids of the resources it uses. */
  uses?(planned: Values): string[];
  ipConfigurations?(planned: Values): IpConfiguration[];
  /** What Azure adds, by the resource as it is stored; may return kept arguments completed. */
  computed?(client: AzurermClient, resource: PlainResource, planned: Values): Values;
  /** Names that the id holds, beside `name` and `resource_group_name`. */
  named?(id: string): Values;
}

/** A resource that Azure stores as it is given, with the ways of azurerm around it. */
export function plainResource(kind: PlainKind, behaviour: Partial<Behaviour> = {}): Behaviour {
  const { typeName, kept } = kind;
  const label = (id: string): string => describe(kind.kind, id);
  const written = (client: AzurermClient, resource: PlainResource, planned: Values): Values =>
    kind.computed?.(client, resource, planned) ?? {};
  return {
    ...SDK,
    timeouts: TIMEOUTS,
    forceNew: ["name", "resource_group_name", "location"],
    plan: planLocation,

    async create(planned, { client, signal }) {
      const id = kind.id(client, planned);
      const existing = await doing(`checking for presence of existing ${label(id)}`, () =>
        client.find((context) => client.world.azure.plain.get(context, id)),
      );
      if (existing) throw importAsExists(typeName, id);
      const resource = await doing(`creating ${label(id)}`, () => put(kind, client, id, planned, signal));
      return { id, ...written(client, resource, planned) };
    },

    async read(current, { client }) {
      const id = text(current.id);
      const resource = await doing(`retrieving ${label(id)}`, () =>
        client.find((context) => client.world.azure.plain.get(context, id)),
      );
      if (!resource) return null;
      const settings = resource.properties.settings as Values;
      const named = kind.named?.(resource.id) ?? { resource_group_name: resourceGroupOf(resource.id) };
      return refreshed(current, {
        ...settingsOf(settings, kept),
        ...named,
        name: nameOf(resource.id),
        location: resource.location,
        tags: { ...resource.tags },
        ...written(client, resource, { ...current, ...settings }),
      });
    },

    async update(prior, planned, { client, signal }) {
      const id = text(prior.id);
      const resource = await doing(`updating ${label(id)}`, () => put(kind, client, id, planned, signal));
      return written(client, resource, planned);
    },

    async delete(prior, { client, signal }) {
      const id = text(prior.id);
      await doing(`deleting ${label(id)}`, () =>
        client.armThenPoll(signal, (context) => client.world.azure.plain.delete(context, id)),
      );
    },

    importState(id) {
      requirePattern(id, kind.pattern, kind.kind);
      return { id };
    },
    ...behaviour,
  };
}

function put(
  kind: PlainKind,
  client: AzurermClient,
  id: string,
  planned: Values,
  signal: AbortSignal,
): Promise<PlainResource> {
  return client.armThenPoll(signal, (context) =>
    client.world.azure.plain.put(context, {
      id,
      location: normalizeLocation(text(planned.location)),
      tags: tagsOf(planned),
      settings: settingsOf(planned, kind.kept),
      uses: kind.uses?.(planned),
      ipConfigurations: kind.ipConfigurations?.(planned),
    }),
  );
}

export const ifGiven = (value: Value | undefined): string[] => (text(value) === "" ? [] : [text(value)]);
