import { allows, type Arm, type RoleAssignment, type RoleDefinition } from "../clouds/arm";
import type { ServicePrincipal } from "../clouds/graph";
import type { Claims } from "../clouds/tokens";
import { quoted } from "../report/shell";
import { failed, ok, type Finding } from "../report/report";

/** The two who peer, as the tenant has them. */
export interface Principals {
  readonly application?: ServicePrincipal;
  readonly aiven?: ServicePrincipal;
}

export type Principal = keyof Principals;

const NETWORKS = "Microsoft.Network/virtualNetworks";

/** What each needs at a virtual network, for the peering to be created, changed and removed. */
export const NEEDS: Readonly<Record<Principal, readonly string[]>> = {
  application: [
    `${NETWORKS}/read`,
    `${NETWORKS}/virtualNetworkPeerings/read`,
    `${NETWORKS}/virtualNetworkPeerings/write`,
    `${NETWORKS}/virtualNetworkPeerings/delete`,
  ],
  aiven: [`${NETWORKS}/peer/action`],
};

/** What azurerm 4.x does as the application, at the subscription. */
export const LIST_PROVIDERS = "Microsoft.Resources/subscriptions/providers/read";

/** A role that a principal has at a scope, or above it. */
export interface AssignedRole {
  readonly assignment: RoleAssignment;
  readonly definition: RoleDefinition;
}

export async function assignedRoles(scope: string, principalId: string, arm: Arm): Promise<AssignedRole[]> {
  const all = await arm.roleAssignments(scope, principalId);
  const found = all.map(async (assignment) => ({
    assignment,
    definition: await arm.roleDefinition(scope, assignment.properties.roleDefinitionId),
  }));
  return (await Promise.all(found)).flatMap(({ assignment, definition }) =>
    definition === undefined ? [] : [{ assignment, definition }],
  );
}

/** The command by which somebody else gives whoever is signed in a role. */
export const assignRole = (role: string, { oid, idtyp }: Claims, scope: string): string =>
  `az role assignment create --role ${quoted(role)} --assignee-object-id ${oid} ` +
  `--assignee-principal-type ${idtyp === "app" ? "ServicePrincipal" : "User"} --scope ${quoted(scope)}`;

/** Those of the actions that no role allows. */
export const missingIn = (roles: readonly AssignedRole[], actions: readonly string[]): string[] =>
  actions.filter((action) => !roles.some(({ definition }) => allows(definition.properties.permissions, action)));

/** Whether a principal may do at a network what it must. */
export async function rightAt(
  networkId: string,
  principal: Principal,
  { id }: ServicePrincipal,
  arm: Arm,
  remedy: string | ((missing: readonly string[]) => string),
): Promise<Finding> {
  const missing = missingIn(await assignedRoles(networkId, id, arm), NEEDS[principal]);
  if (missing.length === 0) return ok("in effect");
  return failed(`missing at the network: ${missing.join(", ")}`, typeof remedy === "string" ? remedy : remedy(missing));
}

/** Commands that define a role of these actions, and assign it to a service principal. */
export function grantRole(role: string, actions: readonly string[], principalObjectId: string, scope: string): string {
  const subscription = scope.split("/").slice(0, 3).join("/");
  const definition = { Name: role, Actions: actions, AssignableScopes: [subscription] };
  return [
    `az role definition create --role-definition ${quoted(JSON.stringify(definition))}`,
    `az role assignment create --role ${quoted(role)} --assignee-object-id ${principalObjectId} ` +
      `--assignee-principal-type ServicePrincipal --scope ${quoted(scope)}`,
  ].join("\n");
}
