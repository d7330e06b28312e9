import type { Arm, Permission } from "../clouds/arm";
import { AIVEN_ACTIONS, allows, APPLICATION_ACTIONS, LIST_PROVIDERS } from "../clouds/permissions";
import type { Line } from "../report/report";
import { failed, ok } from "../report/lines";

/** Who needs what at a virtual network. Terraform reads as the application before it writes, and deletes on destroy. */
const NEEDS = { application: APPLICATION_ACTIONS, aiven: AIVEN_ACTIONS };

/** Object ids of the two who peer. */
export type Peers = Readonly<Record<keyof typeof NEEDS, string>>;

interface Role {
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** Looks at what both may do at a network, by the roles that they have there and above. */
export async function findRights(arm: Arm, networkId: string, peers: Peers): Promise<Line[]> {
  const network = networkId.slice(networkId.lastIndexOf("/") + 1);
  const rights = async (who: keyof Peers, called: string): Promise<Line> => {
    const roles = await rolesOf(arm, networkId, peers[who]);
    const lacks = missing(NEEDS[who], roles);
    const looked = `rights of ${called} at ${network}`;
    if (lacks.length === 0) return ok(looked, roles.map(({ name }) => name).join(", "));
    const remedy = grant(`${called} peers ${network}`, lacks, peers[who], networkId);
    return failed(looked, `lacks ${lacks.join(", ")}`, remedy);
  };
  return Promise.all([rights("application", "the application"), rights("aiven", "Aiven")]);
}

/** Whether azurerm 4.x could sign in as the application at the subscription of a network. */
export async function mayList(arm: Arm, networkId: string, principalObjectId: string): Promise<boolean> {
  const subscription = networkId.split("/").slice(0, 3).join("/");
  return missing([LIST_PROVIDERS], await rolesOf(arm, subscription, principalObjectId)).length === 0;
}

async function rolesOf(arm: Arm, scope: string, principalObjectId: string): Promise<Role[]> {
  const assignments = await arm.roleAssignments(scope, principalObjectId);
  const definitions = await Promise.all(
    assignments.map(({ properties }) => arm.roleDefinition(properties.roleDefinitionId)),
  );
  return definitions.flatMap((each) =>
    each === undefined ? [] : [{ name: each.properties.roleName, permissions: each.properties.permissions }],
  );
}

/** Those of the actions that no role allows. */
const missing = (actions: readonly string[], roles: readonly Role[]): string[] =>
  actions.filter((action) => !roles.some(({ permissions }) => allows(permissions, action)));

/** Commands that define a role of these actions, and assign it. */
function grant(role: string, actions: readonly string[], principalObjectId: string, scope: string): string {
  const subscription = scope.split("/").slice(0, 3).join("/");
  const definition = { Name: role, Actions: actions, AssignableScopes: [subscription] };
  return [
    `az role definition create --role-definition '${JSON.stringify(definition)}'`,
    `az role assignment create --role "${role}" --assignee-object-id ${principalObjectId} ` +
      `--assignee-principal-type ServicePrincipal --scope "${scope}"`,
  ].join("\n");
}
