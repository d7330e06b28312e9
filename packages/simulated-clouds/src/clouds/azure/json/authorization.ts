import type { Directory } from "../../entra/directory";
import { maybeText, texts, type JsonObject } from "../../json";
import { EVERYONE, permissionOf as permissionDenied, type DenyAssignment } from "../deny-assignments";
import { lockId, type NamedLock } from "../locks";
import type { Permission } from "../permissions";
import type { RoleDefinition } from "../rbac";
import { nameOf, sameId } from "../resource-id";
import type { ShownRoleAssignment } from "../role-assignments";
import { qualifiedRoleDefinitionId } from "../role-definitions";

/** Roles, deny assignments and locks: https://learn.microsoft.com/rest/api/authorization */
export const roleDefinitionJson = (scope: string, role: RoleDefinition) => ({
  id: qualifiedRoleDefinitionId(scope || "/", role.guid),
  name: role.guid,
  type: "Microsoft.Authorization/roleDefinitions",
  properties: {
    roleName: role.name,
    type: role.tenantId === undefined ? "BuiltInRole" : "CustomRole",
    description: role.description,
    assignableScopes: role.assignableScopes,
    permissions: role.permissions,
  },
});

/** One of the permissions in the body of a role definition. */
export const permissionOf = (sent: JsonObject): Permission => ({
  actions: texts(sent.actions),
  notActions: texts(sent.notActions),
  dataActions: texts(sent.dataActions),
  notDataActions: texts(sent.notDataActions),
});

export function roleAssignmentJson(assignment: ShownRoleAssignment): object {
  const { id, scope, principalId, principalType, roleDefinitionId, properties } = assignment;
  return {
    id,
    name: nameOf(id),
    type: "Microsoft.Authorization/roleAssignments",
    properties: {
      roleDefinitionId,
      principalId,
      principalType,
      scope,
      description: properties.description ?? null,
      condition: properties.condition ?? null,
      conditionVersion: properties.condition_version ?? null,
      delegatedManagedIdentityResourceId: properties.delegated_managed_identity_resource_id ?? null,
    },
  };
}

/** Beside role and principal Azure only keeps what is sent; the names are those that the clouds use. */
export const assignmentProperties = (sent: JsonObject): Record<string, unknown> => ({
  description: maybeText(sent.description) ?? null,
  condition: maybeText(sent.condition) ?? null,
  condition_version: maybeText(sent.conditionVersion) ?? null,
  delegated_managed_identity_resource_id: maybeText(sent.delegatedManagedIdentityResourceId) ?? null,
});

/** What says of each principal what it is. */
type Principals = Pick<Directory, "users" | "servicePrincipals">;

export function denyAssignmentJson({ users, servicePrincipals }: Principals, assignment: DenyAssignment): object {
  const { guid, scope, name, description, principals, excludePrincipals, doNotApplyToChildScopes } = assignment;
  const typeOf = (id: string): string => {
    if (id === EVERYONE) return "SystemDefined";
    const isOne = ({ objectId }: { readonly objectId: string }): boolean => sameId(objectId, id);
    if (users.some(isOne)) return "User";
    return servicePrincipals.some(isOne) ? "ServicePrincipal" : "Group";
  };
  const shown = (ids: readonly string[]) => ids.map((id) => ({ id, type: typeOf(id) }));
  return {
    id: `${scope}/providers/Microsoft.Authorization/denyAssignments/${guid}`,
    name: guid,
    type: "Microsoft.Authorization/denyAssignments",
    properties: {
      denyAssignmentName: name,
      description,
      permissions: [permissionDenied(assignment)],
      scope,
      doNotApplyToChildScopes,
      principals: shown(principals),
      excludePrincipals: shown(excludePrincipals),
      isSystemProtected: true,
    },
  };
}

export const lockJson = (lock: NamedLock): object => ({
  id: lockId(lock),
  name: lock.name,
  type: "Microsoft.Authorization/locks",
  properties: { level: lock.level, ...(lock.notes === undefined ? {} : { notes: lock.notes }) },
});
