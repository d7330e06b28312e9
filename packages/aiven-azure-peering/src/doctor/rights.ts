import { allows } from "../clouds/arm";
import { assignedRoles, LIST_PROVIDERS, missingIn } from "../principals/roles";
import { check, stopped } from "../report/check";
import { failed, ok, unknown } from "../report/report";
import { isSame } from "../subject/subject";
import type { IntendedNetwork, Intent } from "./intent";
import { subscriptionScope, type NetworkScope } from "./scopes";

export const ASSIGN = "Microsoft.Authorization/roleAssignments/write";
const DEFINE = "Microsoft.Authorization/roleDefinitions/write";
const GROUP = "Microsoft.Resources/subscriptions/resourceGroups/write";
const NETWORK = "Microsoft.Network/virtualNetworks/write";

/** What whoever is signed in lacks of some actions at a scope. */
async function lacking({ clouds }: NetworkScope, scope: string, ...actions: readonly string[]): Promise<string[]> {
  const permissions = await clouds.arm.permissions(scope);
  return actions.filter((action) => !allows(permissions, action));
}

/** Where the stack creates the network: whether the deployer may, and its group, if that does not exist. */
export const rightToCreateNetwork = check({
  name: "right to create the network",
  async run(site: NetworkScope) {
    const { network, found, scope } = site;
    if (!network.created || found || scope === undefined) return [];
    const actions = scope === subscriptionScope(network) ? [GROUP, NETWORK] : [NETWORK];
    const missing = await lacking(site, scope, ...actions);
    if (missing.length === 0) return ok(`in effect at ${scope}`);
    const remedy = `have a role with these actions assigned at ${scope}, such as Network Contributor`;
    return failed(`missing at ${scope}: ${missing.join(", ")}`, remedy);
  },
});

/** The custom roles that the stack defines in a network's subscription. */
export const rolesIn = ({ subscriptionId: wanted }: IntendedNetwork, { definedRoles = [] }: Intent) =>
  definedRoles.filter(({ subscriptionId }) => subscriptionId?.toLowerCase() === wanted?.toLowerCase());

export const rightToDefine = check({
  name: "right to define roles",
  finds: ["may not define roles"],
  async run(site: NetworkScope) {
    const { network, intent } = site;
    const scope = subscriptionScope(network);
    // beside the two of the peering there is that which lists resource providers
    const isDefined = network.access === "create" || rolesIn(network, intent).length > 0;
    if (!isDefined) return ok("not needed: the stack defines none");
    if (scope === undefined) return unknown("the subscription is known after apply");
    if ((await lacking(site, scope, DEFINE)).length === 0) return ok(`in effect at ${scope}`);
    return stopped("may not define roles", { message: `missing at ${scope}: ${DEFINE}` });
  },
});

/** Whether the roles that the stack assigns may be assigned at the network, also by what a condition says. */
export const rightToAssign = check({
  name: "right to assign roles",
  finds: ["may not assign roles"],
  async run(site: NetworkScope) {
    const { network, identity } = site;
    const subscription = subscriptionScope(network);
    // the role that lists resource providers is assigned at the subscription
    const lists = identity.identity.listsProvidersIn.some((id) => isSame(id, network.subscriptionId));
    if (lists && subscription !== undefined && (await lacking(site, subscription, ASSIGN)).length > 0) {
      return stopped("may not assign roles", { message: `missing at ${subscription}: ${ASSIGN}` });
    }
    if (network.access === "existing" && !lists) return ok("not needed: the stack assigns none");
    const scope = lists && network.access === "existing" ? subscription : site.scope;
    if (scope === undefined) return unknown("the network is known after apply");
    if ((await lacking(site, scope, ASSIGN)).length > 0) {
      return stopped("may not assign roles", { message: `missing at ${scope}: ${ASSIGN}` });
    }
    const verdicts = await conditionsAt(scope, site);
    if (verdicts.length === 0 || verdicts.includes("allowed")) return ok(`in effect at ${scope}`);
    if (verdicts.includes("unknown")) {
      return unknown(
        `in effect at ${scope} under a condition that this command cannot evaluate`,
        "read the condition of the role assignment",
      );
    }
    const which = network.access === "create" ? "new ones" : "these";
    return stopped("may not assign roles", {
      message: `in effect at ${scope}, but a condition allows some roles only, and not ${which}`,
    });
  },
});

/** What the condition of each of the deployer's assignments that give the right says of the roles; none where nobody may read them. */
async function conditionsAt(scope: string, { clouds, network }: NetworkScope): Promise<ConditionVerdict[]> {
  const { oid } = await clouds.whoIsSignedIn();
  if (oid === undefined) return [];
  const roles = network.access === "create" ? "new" : Object.values(network.roleIds);
  return (await assignedRoles(scope, oid, clouds.arm)).flatMap(({ assignment, definition }) => {
    const { permissions } = definition.properties;
    if (!allows(permissions, ASSIGN)) return [];
    const ofRole = permissions.find(({ condition }) => condition)?.condition;
    return [evaluateCondition(assignment.properties.condition ?? ofRole, roles)];
  });
}

/** Whether a condition lets its holder assign some roles. */
export type ConditionVerdict = "allowed" | "denied" | "unknown";

const LIST = /:RoleDefinitionId\]\s*(ForAnyOfAnyValues:GuidEquals|ForAnyOfAllValues:GuidNotEquals)\s*\{([^}]*)\}/gi;

/**
 * Of the conditions on role assignments those are understood that the portal writes for "only these roles" and "all but these";
 * one that also speaks of principals is not. https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples
 *
 * @param roles their ids, or that they are yet to be defined, so that no condition can name them
 */
export function evaluateCondition(
  condition: string | null | undefined,
  roles: readonly (string | undefined)[] | "new",
): ConditionVerdict {
  if (condition === undefined || condition === null || condition === "") return "allowed";
  if (!/roleAssignments\/write/i.test(condition)) return "allowed";
  const lists = [...condition.matchAll(LIST)].map(([, how, guids]) => ({
    only: /AnyValues/i.test(how),
    guids: guids.split(",").map((guid) => guid.trim().toLowerCase()),
  }));
  if (lists.length === 0) return "unknown";
  // a role that is yet to be defined is in no list
  const wanted = roles === "new" ? ["new"] : roles.map((id) => id?.split("/").at(-1)?.toLowerCase());
  if (wanted.includes(undefined)) return "unknown";
  const allowed = lists.every(({ only, guids }) => wanted.every((guid) => guids.includes(guid as string) === only));
  if (!allowed) return "denied";
  return /:Principal(?:Type|Id)\]/i.test(condition) ? "unknown" : "allowed";
}

/** azurerm 4.x lists them as the application, wherever it is configured as it; azapi does not. */
export const rightToListProviders = check({
  name: "right to list resource providers",
  finds: ["may not list resource providers", "granted in another subscription"],
  run(site: NetworkScope) {
    if (site.network.azurePeeringProvider === "azapi")
      return ok("not needed: Azure's peering is created through azapi");
    return site.identity.identity.kind === "created" ? granted(site) : held(site);
  },
});

/** By the stack, to the application that it creates. */
function granted({ network: { subscriptionId }, intent, identity: { identity } }: NetworkScope) {
  const { listsProvidersIn } = identity;
  if (intent.source === "options") return ok("the construct grants it");
  // the construct for azurerm 5.x
  if (listsProvidersIn.length === 0) return ok("not needed: the stack does not grant it, as for azurerm 5.x");
  if (listsProvidersIn.some((id) => isSame(id, subscriptionId))) return ok(`the stack grants it in ${subscriptionId}`);
  if (subscriptionId === undefined || listsProvidersIn.includes(undefined)) {
    return unknown("the subscriptions in which the stack grants it are known after apply");
  }
  return stopped("granted in another subscription", {
    message: `the stack grants it in ${listsProvidersIn.join(", ")}, but the network is in ${subscriptionId}`,
    remedy: `add ${subscriptionId} to subscriptionIds of \`resourceProviderAccess\`, or leave that out; or give \`azurePeeringProvider: AzurePeeringProvider.AZAPI\``,
  });
}

/** By an application that exists already. */
async function held({ network, identity, clouds }: NetworkScope) {
  const { clientId } = identity;
  const scope = subscriptionScope(network);
  if (clientId === undefined) return unknown("the application is known after apply");
  if (scope === undefined) return unknown("the subscription is known after apply");
  const principal = await identity.servicePrincipal();
  if (!principal) return unknown(`the tenant has no service principal of ${clientId}`);
  const missing = missingIn(await assignedRoles(scope, principal.id, clouds.arm), [LIST_PROVIDERS]);
  if (missing.length === 0) return ok(`${principal.displayName} has it at ${scope}`);
  return stopped("may not list resource providers", {
    message: `${principal.displayName} lacks ${LIST_PROVIDERS} at ${scope}`,
  });
}
