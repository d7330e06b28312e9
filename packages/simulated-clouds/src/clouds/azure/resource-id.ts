/** ARM ids: `/subscriptions/…/resourceGroups/…/providers/Namespace/type/name/subtype/name`, compared without case. */
export const sameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether the resource is the scope itself or lies in it. Of management groups only the root of the tenant is simulated, which is above everything. */
export const inScope = (scope: string, id: string): boolean =>
  sameId(scope, id) ||
  scope === "/" ||
  MANAGEMENT_GROUP.test(scope) ||
  id.toLowerCase().startsWith(`${scope.toLowerCase()}/`);

const MANAGEMENT_GROUP = /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+$/i;

export const subscriptionOf = (id: string): string => /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? "";
export const resourceGroupOf = (id: string): string =>
  /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? "";
export const nameOf = (id: string): string => id.split("/").at(-1) ?? "";

/** The id without its last type and name: a virtual network's for a subnet's. */
export const parentOf = (id: string): string => id.split("/").slice(0, -2).join("/");

export const subscriptionId = (subscription: string): string => `/subscriptions/${subscription}`;
export const resourceGroupId = (subscription: string, name: string): string =>
  `${subscriptionId(subscription)}/resourceGroups/${name}`;

/** `resourceId(sub, "rg", "Microsoft.Network", "virtualNetworks", "vnet", "subnets", "one")` */
export function resourceId(subscription: string, group: string, provider: string, ...segments: string[]): string {
  return [resourceGroupId(subscription, group), "providers", provider, ...segments].join("/");
}

/** `Microsoft.Network/virtualNetworks/subnets` for a subnet's id; empty for a resource group or a subscription. */
export function typeOf(id: string): string {
  const [namespace, ...rest] = (id.split("/providers/")[1] ?? "").split("/");
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/");
}
