import { randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import type { Clock } from "../clock";
import { sameGuid, type Directory } from "../entra/directory";
import type { Arm, RequestContext } from "./arm";
import { rolesAdmittedBy } from "./permissions";
import type { Rbac, RoleAssignment } from "./rbac";
import { inScope, nameOf, sameId } from "./resource-id";
import { qualifiedRoleDefinitionId } from "./role-definitions";

export interface RoleAssignmentInput {
  readonly name?: string;
  readonly roleDefinitionId: string;
  readonly principalId: string;
  /** Given, ARM does not look the principal up, so a fresh one needs no waiting. */
  readonly principalType?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** An assignment as ARM shows it. */
export interface ShownRoleAssignment extends RoleAssignment {
  /** Qualified by the subscription of the scope, however it was written when the assignment was made. */
  readonly roleDefinitionId: string;
}

const PROVIDER = "providers/Microsoft.Authorization/roleAssignments";

export class RoleAssignments {
  constructor(
    private readonly arm: Arm,
    private readonly rbac: Rbac,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  create(context: RequestContext, scope: string, input: RoleAssignmentInput): ShownRoleAssignment {
    const id = `${scope}/${PROVIDER}/${input.name ?? randomUUID()}`;
    const action = "Microsoft.Authorization/roleAssignments/write";
    const roleGuid = nameOf(input.roleDefinitionId);
    return this.arm.call(context, { method: "PUT", id, action, roleGuid }, () => {
      const role = this.rbac.definitions.find(({ guid }) => sameGuid(guid, roleGuid));
      // assumed: the words for a role that cannot be assigned here; that it cannot is in
      // https://learn.microsoft.com/azure/role-based-access-control/role-definitions#assignablescopes
      if (!role?.assignableScopes.some((assignable) => inScope(assignable, scope))) {
        const text = `The specified role definition with ID '${roleGuid}' does not exist.`;
        throw new ApiError(400, "RoleDefinitionDoesNotExist", text);
      }
      const principalType = this.principalType(input, context.token.tenantId);
      this.refuseTwin(scope, roleGuid, input.principalId);
      const { principalId, properties = {} } = input;
      const assignableRoles = rolesAdmittedBy(properties.condition);
      return shown(this.rbac.assign({ id, scope, roleGuid, principalId, principalType, properties, assignableRoles }));
    });
  }

  get(context: RequestContext, id: string): ShownRoleAssignment {
    const action = "Microsoft.Authorization/roleAssignments/read";
    return this.arm.call(context, { method: "GET", id, action }, () => {
      const assignment = this.rbac.assignments.find((candidate) => sameId(candidate.id, id));
      if (assignment) return shown(assignment);
      const text = `The role assignment '${nameOf(id)}' is not found.`;
      throw new ApiError(404, "RoleAssignmentNotFound", text);
    });
  }

  /** Those at the scope, above it and below it. */
  in(scope: string): ShownRoleAssignment[] {
    const touches = (other: string): boolean => inScope(other, scope) || inScope(scope, other);
    return this.rbac.assignments.filter((assignment) => touches(assignment.scope)).map(shown);
  }

  /** A PUT on an assignment that is there changes only what Azure keeps beside it: description, condition. */
  update(context: RequestContext, id: string, properties: Readonly<Record<string, unknown>>): ShownRoleAssignment {
    const action = "Microsoft.Authorization/roleAssignments/write";
    return this.arm.call(context, { method: "PUT", id, action, roleGuid: this.roleOf(id) }, () => {
      const index = this.rbac.assignments.findIndex((candidate) => sameId(candidate.id, id));
      if (index < 0)
        throw new ApiError(404, "RoleAssignmentNotFound", `The role assignment '${nameOf(id)}' is not found.`);
      const assignableRoles = rolesAdmittedBy(properties.condition);
      const changed = { ...this.rbac.assignments[index], properties, assignableRoles };
      return shown((this.rbac.assignments[index] = changed));
    });
  }

  delete(context: RequestContext, id: string): void {
    const action = "Microsoft.Authorization/roleAssignments/delete";
    this.arm.call(context, { method: "DELETE", id, action, roleGuid: this.roleOf(id) }, () => this.erase(id));
  }

  erase(id: string): void {
    const index = this.rbac.assignments.findIndex((assignment) => sameId(assignment.id, id));
    if (index >= 0) this.rbac.assignments.splice(index, 1);
  }

  private roleOf(id: string): string | undefined {
    return this.rbac.assignments.find((assignment) => sameId(assignment.id, id))?.roleGuid;
  }

  private principalType(input: RoleAssignmentInput, tenantId: string): string {
    const { servicePrincipals, users } = this.directory;
    const principal = servicePrincipals.find(
      (one) => sameGuid(one.objectId, input.principalId) && sameGuid(one.tenantId, tenantId),
    );
    const replicated = principal && principal.replicatedAt <= this.clock.now();
    // assumed: even with a type given ARM refuses a principal that is in no directory
    if (principal && (replicated || input.principalType)) return input.principalType ?? "ServicePrincipal";
    if (users.some((user) => sameGuid(user.objectId, input.principalId))) return "User";
    const directory = tenantId.replaceAll("-", "");
    throw new ApiError(
      400,
      "PrincipalNotFound",
      `Principal ${input.principalId.replaceAll("-", "")} does not exist in the directory ${directory}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group.`,
    );
  }

  private refuseTwin(scope: string, roleGuid: string, principalId: string): void {
    const twin = this.rbac.assignments.some(
      (one) => sameId(one.scope, scope) && sameId(one.roleGuid, roleGuid) && sameGuid(one.principalId, principalId),
    );
    if (twin) throw new ApiError(409, "RoleAssignmentExists", "The role assignment already exists.");
  }
}

const shown = (assignment: RoleAssignment): ShownRoleAssignment => ({
  ...assignment,
  roleDefinitionId: qualifiedRoleDefinitionId(assignment.scope, assignment.roleGuid),
});
