import { randomUUID } from "node:crypto";
import type { Directory } from "../entra/directory";
import { grants, type Permission } from "./permissions";
import { inScope, sameId } from "./resource-id";

/** Stands for everybody: each user, group, service principal and managed identity of the directory. */
export const EVERYONE = "00000000-0000-0000-0000-000000000000";

/**
 * What nobody may do in a scope, whatever roles they hold. Azure lays them itself: for managed applications, for the resource
 * groups of some services, for deployment stacks.
 */
export interface DenyAssignment {
  /** Its id without a scope; Azure writes no hyphens in it. */
  readonly guid: string;
  readonly scope: string;
  readonly name: string;
  readonly description: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  /** Object ids; `EVERYONE` for all. */
  readonly principals: readonly string[];
  readonly excludePrincipals: readonly string[];
  /** Whether it holds for the scope itself and for nothing in it. */
  readonly doNotApplyToChildScopes: boolean;
}

/** What is left out: for everybody, everything but reading, with all that is in the scope, as a managed application has it. */
export type DenyAssignmentInput = Partial<DenyAssignment> & Pick<DenyAssignment, "scope">;

export class DenyAssignments {
  private readonly all: DenyAssignment[] = [];

  constructor(private readonly directory: Directory) {}

  add(input: DenyAssignmentInput): DenyAssignment {
    const assignment = {
      guid: randomUUID().replaceAll("-", ""),
      name: "System deny assignment",
      description: "",
      actions: ["*"],
      notActions: ["*/read"],
      principals: [EVERYONE],
      excludePrincipals: [],
      doNotApplyToChildScopes: false,
      ...input,
    };
    this.all.push(assignment);
    return assignment;
  }

  remove(guid: string): void {
    const index = this.all.findIndex((one) => sameId(one.guid, guid));
    if (index >= 0) this.all.splice(index, 1);
  }

  /** Those at the scope, above it and below it. */
  in(scope: string): DenyAssignment[] {
    return this.all.filter((one) => inScope(one.scope, scope) || inScope(scope, one.scope));
  }

  /** Whether somebody is among its principals, as everybody or as the member of a group is too. */
  names({ principals }: DenyAssignment, principalId: string): boolean {
    return principals.some((id) => id === EVERYONE || this.directory.isOrContains(id, principalId));
  }

  /** The one that keeps somebody from an action, if there is one. */
  against(principalId: string, action: string, scope: string): DenyAssignment | undefined {
    return this.all.find(
      (one) =>
        (one.doNotApplyToChildScopes ? sameId(one.scope, scope) : inScope(one.scope, scope)) &&
        this.names(one, principalId) &&
        !one.excludePrincipals.some((id) => this.directory.isOrContains(id, principalId)) &&
        grants(permissionOf(one), action),
    );
  }
}

export const permissionOf = ({ actions, notActions }: DenyAssignment): Permission => ({
  actions,
  notActions,
  dataActions: [],
  notDataActions: [],
});
