import { randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import { sameGuid } from "../entra/directory";
import type { Arm, ArmRequest, RequestContext } from "./arm";
import type { Permission } from "./permissions";
import type { Rbac, RoleDefinition } from "./rbac";
import { sameId, subscriptionId, subscriptionOf } from "./resource-id";

export interface RoleDefinitionInput {
  readonly name: string;
  readonly description?: string;
  readonly permissions: readonly Permission[];
  readonly assignableScopes: readonly string[];
}

const PROVIDER = "providers/Microsoft.Authorization/roleDefinitions";
export const roleDefinitionId = (scope: string, guid: string): string =>
  `${scope === "/" ? "" : scope}/${PROVIDER}/${guid}`;

/** How ARM itself writes a role's id: with the subscription it was asked in, and without one at the root. */
export function qualifiedRoleDefinitionId(scope: string, guid: string): string {
  const subscription = subscriptionOf(scope);
  return roleDefinitionId(subscription === "" ? "/" : subscriptionId(subscription), guid);
}

/**
 * Custom roles. A name is taken for the whole Entra tenant, whatever the scope. Who defines, changes or removes one needs the right in each
 * scope where it can be assigned, be that a subscription or a group:
 * https://learn.microsoft.com/azure/role-based-access-control/custom-roles#who-can-create-delete-update-or-view-a-custom-role
 */
export class RoleDefinitions {
  constructor(
    private readonly arm: Arm,
    private readonly rbac: Rbac,
  ) {}

  put(context: RequestContext, scope: string, guid: string | undefined, input: RoleDefinitionInput): RoleDefinition {
    const role: RoleDefinition = {
      description: "",
      ...input,
      guid: guid ?? randomUUID(),
      tenantId: context.token.tenantId,
    };
    const action = "Microsoft.Authorization/roleDefinitions/write";
    const request = { method: "PUT", id: roleDefinitionId(scope, role.guid), action } as const;
    return this.arm.call(context, request, () => {
      this.checkAssignableScopes(context, request, role);
      const namesake = this.rbac.definitions.find(
        ({ name, guid: other }) => name.toLowerCase() === role.name.toLowerCase() && !sameGuid(other, role.guid),
      );
      if (namesake && (namesake.tenantId === undefined || namesake.tenantId === role.tenantId)) {
        const text = "A custom role with the same name already exists in this directory. Use a different name.";
        throw new ApiError(409, "RoleDefinitionWithSameNameExists", text);
      }
      this.erase(role.guid);
      this.rbac.definitions.push(role);
      return role;
    });
  }

  get(context: RequestContext, scope: string, guid: string): RoleDefinition {
    const { method, id, action, open } = this.read(scope, roleDefinitionId(scope, guid));
    // assumed: ARM names a group's role by the subscription (hashicorp/terraform-provider-azurerm, issues 7549 and 8251), and azurerm reads
    // the role of each assignment by that name, so whoever may read it in the group may read it so too
    const { principalObjectId } = context.token;
    const mayAnyway = open || this.rbac.access(principalObjectId, action, id) === "granted";
    const isOpen = open || (!mayAnyway && this.rbac.mayReadBelow(principalObjectId, this.tryFind(guid), scope));
    return this.arm.call(context, { method, id, action, open: isOpen }, () => this.find(guid));
  }

  /** The roles that can be assigned in the scope. */
  list(context: RequestContext, scope: string): RoleDefinition[] {
    return this.arm.call(context, this.read(scope, `${scope === "/" ? "" : scope}/${PROVIDER}`), () =>
      this.rbac.definitions.filter(({ tenantId }) => tenantId === undefined || tenantId === context.token.tenantId),
    );
  }

  delete(context: RequestContext, scope: string, guid: string): void {
    const action = "Microsoft.Authorization/roleDefinitions/delete";
    const request = { method: "DELETE", id: roleDefinitionId(scope, guid), action } as const;
    this.arm.call(context, request, () => {
      this.checkAssignableScopes(context, request, this.tryFind(guid));
      if (this.rbac.assignments.some(({ roleGuid }) => sameId(roleGuid, guid))) {
        const text = "There are existing role assignments referencing role (code: RoleDefinitionHasAssignments).";
        throw new ApiError(400, "RoleDefinitionHasAssignments", text);
      }
      this.erase(guid);
    });
  }

  /** assumed: at the root, where the built-in roles are, everybody may look. */
  private read(scope: string, id: string) {
    const action = "Microsoft.Authorization/roleDefinitions/read";
    return { method: "GET", id, action, open: scope === "/" } as const;
  }

  private checkAssignableScopes(context: RequestContext, request: ArmRequest, role?: RoleDefinition): void {
    role?.assignableScopes.forEach((scope) => this.arm.checkLinked(context, request, request.action, scope));
  }

  private tryFind(guid: string): RoleDefinition | undefined {
    return this.rbac.definitions.find((candidate) => sameGuid(candidate.guid, guid));
  }

  private find(guid: string): RoleDefinition {
    const role = this.tryFind(guid);
    if (!role) {
      throw new ApiError(
        404,
        "RoleDefinitionDoesNotExist",
        `The specified role definition with ID '${guid}' does not exist.`,
      );
    }
    return role;
  }

  private erase(guid: string): void {
    const index = this.rbac.definitions.findIndex((role) => sameGuid(role.guid, guid));
    if (index >= 0) this.rbac.definitions.splice(index, 1);
  }
}
