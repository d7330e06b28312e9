import type { Permission } from "./arm";

/** Whether some of the permissions allow an action: a `*` stands for any part of it, and what a permission excludes it does not give. */
export const allows = (permissions: readonly Permission[], action: string): boolean =>
  permissions.some(
    ({ actions = [], notActions = [] }) =>
      actions.some((pattern) => covers(pattern, action)) && !notActions.some((pattern) => covers(pattern, action)),
  );

function covers(pattern: string, action: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i").test(action);
}

const NETWORKS = "Microsoft.Network/virtualNetworks";

/** What the peering application must be allowed to do at a virtual network. */
export const APPLICATION_ACTIONS = [
  `${NETWORKS}/read`,
  ...["read", "write", "delete"].map((verb) => `${NETWORKS}/virtualNetworkPeerings/${verb}`),
];

/** What Aiven's service principal must be allowed to do there. */
export const AIVEN_ACTIONS = [`${NETWORKS}/peer/action`];

/** What azurerm 4.x asks of whoever it signs in as, at the subscription. */
export const LIST_PROVIDERS = "Microsoft.Resources/subscriptions/providers/read";
