import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { type TerraformProvider, TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { expressionOf, shortHash } from "../terraform/keys";
import { refuse } from "../terraform/refuse";
import { Registry } from "../terraform/registry";
import { protect } from "../terraform/resources";
import type { Role } from "./role";

/** Who gets a role. */
export interface Principal {
  readonly objectId: string;
  /** What identifies it among the principals of the app, however its object id is written. */
  readonly key: string;
}

export interface Assignment {
  readonly scopeId: string;
  readonly principal: Principal;
  readonly role: Role;
  readonly provider?: TerraformProvider;
}

const inStack = Registry.perStack<RoleAssignment>();
const inApp = Registry.perApp<Construct>();

/**
 * Assigns a role. A tenant has one assignment of a role to a principal at a scope, so peerings of one stack that are given the same role
 * share it; a custom role is a peering's own.
 */
export function assign(scope: Construct, id: string, assignment: Assignment): RoleAssignment {
  const { principal, role, scopeId } = assignment;
  if (!role.isGiven) return create(scope, id, assignment);
  // By the role's UUID: each peering has an expression of its own for the subscription before it, which is the scope's anyway.
  const uuid = role.id.slice(role.id.lastIndexOf("/") + 1);
  const key = [scopeId, uuid, principal.key].map((each) => expressionOf(scope, each).toLowerCase()).join(" ");
  const known = inStack.find(scope, key);
  if (known !== undefined) return known;
  // Only literals mean the same in every stack.
  if (![scopeId, role.id].some((each) => Token.isUnresolved(each))) refuseTwinOfOtherStack(scope, key);
  // At the stack, so that it stays when the peering goes that was the first to need it.
  const stack = TerraformStack.of(scope);
  return inStack.add(scope, key, create(stack, `aiven-azure-peering-role-${shortHash(key)}`, assignment));
}

function create(scope: Construct, id: string, { scopeId, principal, role, provider }: Assignment): RoleAssignment {
  return protect(
    new RoleAssignment(scope, id, {
      scope: scopeId,
      principalId: principal.objectId,
      // Saves azurerm from waiting for a principal that the directory has not spread yet.
      principalType: "ServicePrincipal",
      roleDefinitionId: role.id,
      provider,
    }),
  );
}

function refuseTwinOfOtherStack(scope: Construct, key: string): void {
  const other = inApp.find(scope, key);
  if (other !== undefined && TerraformStack.of(other) !== TerraformStack.of(scope)) {
    refuse(
      scope,
      `access: the role is assigned already, ${other.node.path} assigns it at the same network, and a tenant has each assignment once; ` +
        "if both peer by one application give access: PeeringAccess.existing() to one of them and deploy the other first, else give one " +
        "of them other roles, or none",
    );
  }
  inApp.add(scope, key, scope);
}
