import { allows } from "../clouds/arm";
import { assignedRoles, assignRole, LIST_PROVIDERS, missingIn } from "../principals/roles";
import { check, stopped, unlessDenied } from "../report/check";
import { failed, ok, unknown } from "../report/report";
import { isSame } from "../subject/subject";
import type { IntendedNetwork, Intent } from "./intent";
import { subscriptionScope, type IntendedNetworkScope, type NetworkScope } from "./scopes";

export const ASSIGN = "Microsoft.Authorization/roleAssignments/write";
const DEFINE = "Microsoft.Authorization/roleDefinitions/write";
const GROUP = "Microsoft.Resources/subscriptions/resourceGroups/write";
const NETWORK = "Microsoft.Network/virtualNetworks/write";

/** What whoever is signed in lacks of some actions at a scope, which he may ask for whatever he may read. */
async function lacking(
  { clouds }: IntendedNetworkScope,
  scope: string,
  ...actions: readonly string[]
): Promise<string[]> {
  const permissions = await clouds.arm.permissions(scope);
  return actions.filter((action) => !allows(permissions, action));
}

/** azurerm 4.x lists them as whoever runs Terraform too, in every plan, apply and destroy, before all else. */
export const deployersRightToList = check({
  name: "deployer's right to list resource providers",
  finds: ["may not list resource providers"],
  async run(site: IntendedNetworkScope) {
    const { intent, network, clouds } = site;
    if (intent.azurermLists === false) return ok("not needed: azurerm does not list them here");
    const scope = subscriptionScope(network);
    if (scope === undefined) return unknown("the subscription is known after apply");
    const missing = await lacking(site, scope, LIST_PROVIDERS);
    if (missing.length === 0) return ok(`in effect at ${scope}`);
    return stopped("may not list resource providers", {
      message: `missing at ${scope}: ${missing.join(", ")}, without which azurerm 4.x does not start`,
      remedy: `${assignRole("Reader", await clouds.whoIsSignedIn(), scope)}\nor, for azurerm 4.x, export ARM_PROVIDER_ENHANCED_VALIDATION=false`,
    });
  },
});

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
    const subscription = subscriptionScope(network);
    // beside the two of the peering there is that which lists resource providers
    const defined = rolesIn(network, intent);
    if (network.access !== "create" && defined.length === 0) return ok("not needed: the stack defines none");
    if (subscription === undefined) return unknown("the subscription is known after apply");
    const scopes = [...new Set(defined.map(({ scope = subscription }) => scope))];
    for (const scope of scopes.length === 0 ? [subscription] : scopes) {
      if ((await lacking(site, scope, DEFINE)).length > 0) {
        return stopped("may not define roles", { message: `missing at ${scope}: ${DEFINE}` });
      }
    }
    return ok(`in effect at ${(scopes.length === 0 ? [subscription] : scopes).join(", ")}`);
  },
});

/** Whether the roles that the stack assigns may be assigned at the network, also by what a condition says. */
export const rightToAssign = check({
  name: "right to assign roles",
  finds: ["may not assign roles"],
  async run(site: NetworkScope) {
    const { network, identity } = site;
    const subscription = subscriptionScope(network);
    // the role that lists resource providers is a new one, and assigned at the subscription
    const lists = identity.identity.listsProvidersIn.some((id) => isSame(id, network.subscriptionId));
    if (network.access === "existing" && !lists) return ok("not needed: the stack assigns none");
    if (lists && subscription !== undefined) {
      const atSubscription = await mayAssign(site, subscription, "new");
      if (atSubscription.status !== "ok" || network.access === "existing") return atSubscription;
    }
    if (site.scope === undefined) return unknown("the network is known after apply");
    return mayAssign(site, site.scope, network.access === "create" ? "new" : Object.values(network.roleIds));
  },
});

/** Roles by their ids, or that they are yet to be defined, so that no condition can name them. */
type Assigned = readonly (string | undefined)[] | "new";

/** By the effective rights, which count a conditional role as if it were unconditional, and then by what the assignments say. */
async function mayAssign(site: NetworkScope, scope: string, roles: Assigned) {
  if ((await lacking(site, scope, ASSIGN)).length > 0) {
    return stopped("may not assign roles", { message: `missing at ${scope}: ${ASSIGN}` });
  }
  const { read: verdicts } = await unlessDenied(() => conditionsAt(scope, site, roles));
  if (!verdicts) {
    const message = `in effect at ${scope}; whether a condition restricts it is unknown, as the role assignments may not be read`;
    return unknown(message, assignRole("Reader", await site.clouds.whoIsSignedIn(), scope));
  }
  if (verdicts.length === 0 || verdicts.includes("allowed")) return ok(`in effect at ${scope}`);
  if (verdicts.includes("unknown")) {
    const message = `in effect at ${scope} under a condition that this command cannot evaluate`;
    return unknown(message, "read the condition of the role assignment");
  }
  return stopped("may not assign roles", {
    message: `in effect at ${scope}, but a condition allows some roles only, and not ${roles === "new" ? "new ones" : "these"}`,
  });
}

/** What the condition of each of the deployer's assignments that give the right says of the roles. */
async function conditionsAt(scope: string, { clouds }: NetworkScope, roles: Assigned): Promise<ConditionVerdict[]> {
  const { oid } = await clouds.whoIsSignedIn();
  if (oid === undefined) return [];
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
export function evaluateCondition(condition: string | null | undefined, roles: Assigned): ConditionVerdict {
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
