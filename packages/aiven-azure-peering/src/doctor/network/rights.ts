import { allows } from "../../clouds/permissions";
import { failed, ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { RIGHTS } from "../../troubleshooting/rights";
import { stopped } from "../stopped";
import { subscriptionScope, type Site } from "./site";

export const ASSIGN = "Microsoft.Authorization/roleAssignments/write";
export const DEFINE = "Microsoft.Authorization/roleDefinitions/write";
const GROUP = "Microsoft.Resources/subscriptions/resourceGroups/write";
const NETWORK = "Microsoft.Network/virtualNetworks/write";

/** What whoever is signed in lacks of some actions at a scope. */
export async function lacking({ clouds }: Site, scope: string, actions: readonly string[]): Promise<string[]> {
  const permissions = await clouds.arm.permissions(scope);
  return actions.filter((action) => !allows(permissions, action));
}

/** Where the stack creates the network: whether it may, and the group, if that is not there. */
export async function createLines(site: Site): Promise<Line[]> {
  const { network, found, scope } = site;
  if (!network.created || found || scope === undefined) return [];
  const looked = "right to create the network";
  const actions = scope === subscriptionScope(site) ? [GROUP, NETWORK] : [NETWORK];
  const missing = await lacking(site, scope, actions);
  if (missing.length === 0) return [ok(looked, `effective at ${scope}`)];
  const remedy = `have a role with these actions assigned at ${scope}, such as Network Contributor`;
  return [failed(looked, `missing at ${scope}: ${missing.join(", ")}`, remedy)];
}

export async function defineRolesLine(site: Site): Promise<Line | readonly Line[]> {
  const { network, plan } = site;
  const scope = subscriptionScope(site);
  const looked = "right to define roles";
  const isHere = ({ subscriptionId }: { readonly subscriptionId?: string }) =>
    subscriptionId?.toLowerCase() === network.subscriptionId?.toLowerCase();
  // beside the two of the peering there is that which lists resource providers
  const defines = (network.access === "CREATE" && network.roles === "DEFINED") || plan.definedRoles?.some(isHere);
  if (!defines) return ok(looked, "not needed: none is defined");
  if (scope === undefined)
    return { looked, verdict: "unknown", found: "the subscription is known only after an apply" };
  const missing = await lacking(site, scope, [DEFINE]);
  if (missing.length === 0) return ok(looked, `effective at ${scope}`);
  return stopped(looked, RIGHTS["may not define roles"], { found: `missing at ${scope}: ${DEFINE}` });
}
