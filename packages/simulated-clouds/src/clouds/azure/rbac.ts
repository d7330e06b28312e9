import { seconds, type Clock } from "../clock";
import type { Directory } from "../entra/directory";
import type { Settings } from "../settings";
import { inScope, sameId } from "./resource-id";
import { BUILT_IN_ROLES } from "./built-in-roles";
import { DenyAssignments, type DenyAssignment } from "./deny-assignments";
import { grants, type Permission } from "./permissions";

export interface RoleDefinition {
  readonly guid: string;
  /** The tenant whose directory holds a custom role; built-in ones are in every tenant. */
  readonly tenantId?: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
  readonly assignableScopes: readonly string[];
}

export interface RoleAssignment {
  readonly id: string;
  readonly scope: string;
  readonly roleGuid: string;
  readonly principalId: string;
  readonly principalType: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** A condition: the ids of the only roles that may be assigned or taken away with it. */
  readonly assignableRoles?: readonly string[];
  readonly effectiveAt: number;
}

/** Whether somebody may; and if not, whether that is for want of a right or for a condition on one. */
export type Access = "granted" | "denied" | "condition not fulfilled";

/**
 * Who may do what where. A fresh assignment is effective only after a while (Azure caches access for up to ten
 * minutes); until then there is the same 403 as without it.
 * assumed: removing an assignment and changing a role take effect at once.
 */
export class Rbac {
  readonly definitions: RoleDefinition[] = BUILT_IN_ROLES.map((role) => ({ ...role, assignableScopes: ["/"] }));
  readonly assignments: RoleAssignment[] = [];
  readonly denyAssignments: DenyAssignments;

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly directory: Directory,
  ) {
    this.denyAssignments = new DenyAssignments(directory);
  }

  /** What keeps somebody from an action whatever roles they hold. */
  denial(principalId: string, action: string, scope: string): DenyAssignment | undefined {
    return this.denyAssignments.against(principalId, action, scope);
  }

  /** By roles alone. `roleGuid` is the role that is about to be assigned or taken away. */
  access(principalId: string, action: string, scope: string, roleGuid = ""): Access {
    const granting = this.effective(principalId, scope).filter((assignment) =>
      this.permissionsBy(assignment).some((permission) => grants(permission, action)),
    );
    if (granting.length === 0) return "denied";
    const fulfilled = ({ assignableRoles }: RoleAssignment): boolean =>
      !assignableRoles || !CONDITIONAL.test(action) || assignableRoles.some((guid) => sameId(guid, roleGuid));
    return granting.some(fulfilled) ? "granted" : "condition not fulfilled";
  }

  /** What its effective assignments at the scope and above it permit, each by itself. */
  permissionsOf(principalId: string, scope: string): Permission[] {
    return this.effective(principalId, scope).flatMap((assignment) => this.permissionsBy(assignment));
  }

  /** Whether it may read a role somewhere below the scope where the role can be assigned. */
  mayReadBelow(principalId: string, role: RoleDefinition | undefined, scope: string): boolean {
    return this.assignments.some(
      (one) =>
        inScope(scope, one.scope) &&
        role?.assignableScopes.some((assignable) => inScope(assignable, one.scope)) &&
        this.access(principalId, "Microsoft.Authorization/roleDefinitions/read", one.scope) === "granted",
    );
  }

  /** Whether it has a role at the scope, above it or below it. */
  holdsAnyRoleIn(principalId: string, scope: string): boolean {
    return this.assignments.some(
      (one) => this.holds(principalId, one) && (inScope(one.scope, scope) || inScope(scope, one.scope)),
    );
  }

  /** `lag` false for what has been there for long. */
  assign(assignment: Omit<RoleAssignment, "effectiveAt">, lag = true): RoleAssignment {
    const effectiveAt = lag ? this.clock.now() + seconds(this.settings.lag.rbac) : 0;
    const kept = { ...assignment, effectiveAt };
    this.assignments.push(kept);
    return kept;
  }

  roleNamed(name: string): RoleDefinition | undefined {
    return this.definitions.find((role) => role.name === name);
  }

  private effective(principalId: string, scope: string): RoleAssignment[] {
    return this.assignments.filter(
      (one) => this.holds(principalId, one) && inScope(one.scope, scope) && one.effectiveAt <= this.clock.now(),
    );
  }

  /** Itself, or as the member of a group. */
  private holds(principalId: string, assignment: RoleAssignment): boolean {
    return this.directory.isOrContains(assignment.principalId, principalId);
  }

  private permissionsBy({ roleGuid }: RoleAssignment): readonly Permission[] {
    return this.definitions.find(({ guid }) => sameId(guid, roleGuid))?.permissions ?? [];
  }
}

/** What a condition on roles is about. */
const CONDITIONAL = /^Microsoft\.Authorization\/roleAssignments\/(write|delete)$/i;
