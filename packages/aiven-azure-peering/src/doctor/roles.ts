import { NEEDS, rightAt, type Principal, type Principals } from "../principals/roles";
import { allows, type DenyAssignment, type Lock } from "../clouds/arm";
import { check, stopped } from "../report/check";
import { failed, ok, unknown } from "../report/report";
import { quoted } from "../report/shell";
import { isSame } from "../subject/subject";
import { ASSIGN, rolesIn } from "./rights";
import { isAnyPeered, isPeered, subscriptionScope, type NetworkScope } from "./scopes";

/** Whether the names of the roles that the stack defines in the network's subscription are free; a tenant has each once. */
export const roleNames = check({
  name: "role names",
  finds: ["role name taken"],
  async run(site: NetworkScope) {
    const { intent, network, clouds } = site;
    const scope = subscriptionScope(network);
    const defined = rolesIn(network, intent);
    if (scope === undefined || defined.length === 0) return ok("the stack defines no role here");
    if (isAnyPeered(site)) return ok("a peering of the stack exists, and so do its roles");
    const names = defined.flatMap(({ name }) => (name === undefined ? [] : [name]));
    for (const name of names) {
      const [taken] = await clouds.arm.roleDefinitionsNamed(scope, name);
      if (!taken) continue;
      const message = `a role "${name}" exists already; it may be this stack's own, from an apply that did not finish`;
      return stopped("role name taken", { message });
    }
    const others = defined.length - names.length;
    if (others > 0) return unknown(`${others} of the names are known after apply`);
    return ok(`${names.length} names are free in the subscription`);
  },
});

/** Azure takes the same role for the same principal at the same scope once; a role that is yet to be defined is assigned to nobody. */
export const roleAssignments = check({
  name: "role assignments",
  finds: ["assigned already"],
  async run(site: NetworkScope) {
    const { network, clouds, connection } = site;
    if (network.access === "existing") return ok("the stack creates none");
    if (isPeered(connection)) return ok("the peering exists, and so may its role assignments");
    const id = idOf(site);
    if (network.access === "create" || id === undefined) return ok("none of them exists");
    const principals = await principalsOf(site);
    for (const who of ["application", "aiven"] as const) {
      const [principal, roleId] = [principals[who], network.roleIds[who]];
      if (!principal || roleId === undefined) continue;
      const taken = (await clouds.arm.roleAssignments(id, principal.id)).find(
        ({ properties }) => isSame(properties.scope, id) && isSame(guidOf(properties.roleDefinitionId), guidOf(roleId)),
      );
      if (!taken) continue;
      const message = `${principal.displayName} has the role ${guidOf(roleId)} at the network already: ${taken.id}`;
      return stopped("assigned already", { message });
    }
    return ok("none of them exists");
  },
});

/** The id of a network that is there, or may be. */
const idOf = ({ found, unread, network }: NetworkScope): string | undefined => found?.id ?? (unread && network.id);

const guidOf = (id: string): string => id.slice(id.lastIndexOf("/") + 1);

/** Those that exist before the apply. */
async function principalsOf({ identity }: NetworkScope): Promise<Principals> {
  const application = identity.identity.kind === "created" ? undefined : await identity.servicePrincipal();
  return { application, aiven: await identity.aivens() };
}

/** Whether a principal has what it needs, where the stack assigns nothing. */
const right = (principal: Principal, called: string) => async (site: NetworkScope) => {
  const { network, clouds } = site;
  if (network.access !== "existing") return ok("the stack grants it");
  const who = (await principalsOf(site))[principal];
  const id = idOf(site);
  if (id === undefined || !who) return [];
  const remedy = `have a role with these actions assigned to ${called} at ${id}, or leave \`access\` out, and the stack assigns one`;
  return rightAt(id, principal, who, clouds.arm, remedy);
};

export const rightOfApplication = check({
  name: "right of the application",
  finds: ["role removed"],
  run: right("application", "the application"),
});

export const rightOfAiven = check({ name: "right of Aiven", run: right("aiven", "Aiven's service principal") });

/** Stands for every principal of the directory, also for one that is yet to come. */
const EVERYONE = "00000000-0000-0000-0000-000000000000";

/** What is denied whatever the roles say: to the deployer, to the application, to Aiven. */
export const denyAssignments = check({
  name: "deny assignments",
  async run(site: NetworkScope) {
    const { scope, clouds, network } = site;
    if (scope === undefined) return unknown("the network is known after apply");
    const denials = await clouds.arm.denyAssignments(scope);
    if (denials.length === 0) return ok("none");
    const { oid } = await clouds.whoIsSignedIn();
    const { application, aiven } = await principalsOf(site);
    const needs = [
      { who: "the deployer", id: oid, actions: network.access === "existing" ? [] : [ASSIGN] },
      { who: "the application", id: application?.id, actions: NEEDS.application },
      { who: "Aiven", id: aiven?.id, actions: NEEDS.aiven },
    ];
    let byGroup: string | undefined;
    /** Those that hold for somebody, as a member of a group too, by their ids. */
    const assignedTo = memoized(async (id: string) =>
      (await clouds.arm.denyAssignments(scope, id)).map((each) => each.id),
    );
    for (const { id: denialId, properties } of denials) {
      const { permissions = [], denyAssignmentName = "a deny assignment", scope: at = scope } = properties;
      if (properties.doNotApplyToChildScopes === true && !isSame(at, site.found?.id)) continue;
      for (const { who, id, actions } of needs) {
        const denied = actions.filter((action) => allows(permissions, action));
        const applies =
          denied.length === 0
            ? "no"
            : await appliesTo(properties, id, async () => {
                const theirs = id === undefined ? [] : await assignedTo(id);
                return theirs.some((one) => isSame(one, denialId));
              });
        const message = `"${denyAssignmentName}" at ${at} denies ${who} ${denied.join(", ")}`;
        if (applies === "yes") {
          return failed(
            message,
            "peer a network that has no such deny assignment; only the service that created it can remove it",
          );
        }
        if (applies === "unless excluded") byGroup ??= `${message}, unless it is a member of a group that is excluded`;
      }
    }
    if (byGroup !== undefined) return unknown(byGroup);
    return ok(`${denials.length}, and none denies what is needed`);
  },
});

/** @param isByGroup whether it holds for somebody as the member of a group, which only Azure can say */
async function appliesTo(
  { principals = [], excludePrincipals = [] }: DenyAssignment["properties"],
  id: string | undefined,
  isByGroup: () => Promise<boolean>,
): Promise<"yes" | "no" | "unless excluded"> {
  const isThis = (one: { readonly id: string }) => isSame(one.id, id);
  if (excludePrincipals.some(isThis)) return "no";
  const isGroup = ({ type }: { readonly type?: string }) => type === "Group";
  const holds =
    principals.some((one) => isThis(one) || one.id === EVERYONE) || (principals.some(isGroup) && (await isByGroup()));
  if (!holds) return "no";
  return excludePrincipals.some(isGroup) ? "unless excluded" : "yes";
}

function memoized<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const asked = known.get(key) ?? ask(key);
    known.set(key, asked);
    return asked;
  };
}

/** Those of the network, its group and its subscription: `ReadOnly` stops an apply, `CanNotDelete` a destroy. */
export const locks = check({
  name: "locks",
  finds: ["locked"],
  async run({ scope, clouds }: NetworkScope) {
    if (scope === undefined) return unknown("the network is known after apply");
    const all = await clouds.arm.locks(scope);
    const readOnly = all.find(({ properties }) => properties.level === "ReadOnly");
    if (readOnly) {
      return stopped("locked", {
        message: `${describe(readOnly)} is ReadOnly: nothing can be peered or assigned`,
        remedy: `az lock delete --ids ${quoted(readOnly.id)}`,
      });
    }
    const [lock] = all;
    if (!lock) return ok("none");
    const message = `${describe(lock)} is ${lock.properties.level}: an apply succeeds, a destroy does not`;
    const remedy = `before a destroy: az lock delete --ids ${quoted(lock.id)}`;
    return { ...stopped("locked", { message, remedy }), status: "warning" };
  },
});

const describe = ({ id, name }: Lock): string =>
  `${name} of ${id.split("/providers/Microsoft.Authorization/")[0] ?? ""}`;
