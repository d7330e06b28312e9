import { resourceGroupId, resourceId } from "../../clouds/azure/resource-id";
import { isObject, text, type Value, type Values } from "../../protocol/cty";
import type { Diagnostic } from "../../protocol/diagnostics";
import type { Change, ResourceBehaviour, Timeouts } from "../../protocol/provider-definition";
import type { AzurermClient } from "./client";
import { matchesPattern } from "./ids";

export type Behaviour = ResourceBehaviour<AzurermClient>;

export const TIMEOUTS: Timeouts = { create: "30m", read: "5m", update: "30m", delete: "30m" };

/** azurerm is written with the SDK, whose plans Terraform does not hold against the configuration. */
export const SDK = { legacyTypeSystem: true } as const;

/** Azure knows a region by its display name too; azurerm keeps the short one. */
export const normalizeLocation = (location: string): string => location.replaceAll(" ", "").toLowerCase();

export function planLocation({ planned }: Change): void {
  if (typeof planned.location === "string") planned.location = normalizeLocation(planned.location);
}

export function tagsOf(values: Values): Record<string, string> {
  if (!isObject(values.tags)) return {};
  return Object.fromEntries(Object.entries(values.tags).map(([key, value]) => [key, text(value)]));
}

export const networkId = (client: AzurermClient, values: Values, ...segments: string[]): string =>
  resourceId(client.account.subscriptionId, text(values.resource_group_name), "Microsoft.Network", ...segments);

export const groupId = (client: AzurermClient, name: Value): string =>
  resourceGroupId(client.account.subscriptionId, text(name));

/** An id that is written in the configuration is checked before anything is planned; an unknown one is not. */
export function checkId(config: Values, name: string, pattern: string, kind: string): Diagnostic[] {
  const value = config[name];
  if (typeof value !== "string" || matchesPattern(value, pattern)) return [];
  // assumed: the wording
  const summary = `parsing "${value}": the ${kind} ID is not of the form ${pattern.replaceAll("*", "…")}`;
  return [{ summary, path: [name] }];
}

/** Argument names of a resource type that Azure only keeps: all but those named. */
export function settingsOf(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}
