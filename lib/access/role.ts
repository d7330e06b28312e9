import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Fn, type TerraformProvider, Token } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { whole } from "../terraform/expressions";
import { given } from "../terraform/given";
import { expressionOf } from "../terraform/keys";
import { refuse } from "../terraform/refuse";
import { Registry } from "../terraform/registry";
import { protect } from "../terraform/resources";
import { Checks } from "../validation/checks";
import { ROLE_NAME } from "../validation/rules";

/** A role as it is assigned: its id, and whether it was given, so that others may have assigned it too. */
export interface Role {
  readonly id: string;
  readonly isGiven: boolean;
  /** The custom role, where it is created here. */
  readonly definition?: RoleDefinition;
}

/** A name that a user gave a role. */
export interface GivenName {
  readonly value: string;
  /** The property that it was given by. */
  readonly property: string;
  /** The construct that it was given to. */
  readonly givenTo: IConstruct;
}

export interface CustomRole {
  readonly name: string;
  /** Makes the name unique: a tenant has each once. */
  readonly nameKey: string;
  /** The whole name instead. */
  readonly given?: GivenName;
  readonly description: string;
  readonly actions: string[];
  readonly subscriptionId: string;
  /** The resource group in which it is defined and can be assigned, in place of the subscription. */
  readonly resourceGroupId?: string;
  readonly provider?: TerraformProvider;
}

/**
 * Creates a custom role that can be assigned in one subscription, or in one resource group of it.
 */
export function createRole(scope: Construct, id: string, role: CustomRole): Role {
  const { given, nameKey, subscriptionId, resourceGroupId } = role;
  const scopeId = resourceGroupId ?? `/subscriptions/${subscriptionId}`;
  const precondition = given && validateName(given);
  const definition = protect(
    new RoleDefinition(scope, id, {
      name: given?.value ?? `aiven-azure-peering: ${role.name} (${nameKey} ${resourceGroupId ?? subscriptionId})`,
      description: role.description,
      scope: scopeId,
      assignableScopes: [scopeId],
      permissions: [{ actions: role.actions }],
      lifecycle: precondition && { precondition },
      provider: role.provider,
    }),
  );
  // The resource's own `id` has a suffix that role assignments do not take.
  return { id: definition.roleDefinitionResourceId, isGiven: false, definition };
}

const named = Registry.perStack<GivenName>();

/** Validates a given name, and refuses one that another role of the stack has. */
function validateName(name: GivenName) {
  const { value, property, givenTo } = name;
  const checks = new Checks(givenTo).rule(property, value, ROLE_NAME);
  const key = expressionOf(givenTo, value).toLowerCase();
  const other = named.find(givenTo, key);
  if (other !== undefined) {
    refuse(
      givenTo,
      `${property}: ${given(value)} is not allowed, ${other.property} of ${other.givenTo.node.path} already uses this name, and a tenant has ` +
        "each name once; give each role a name of its own",
    );
  }
  named.add(givenTo, key, name);
  return checks.preconditions;
}

/**
 * A given role's id as Azure returns it for an assignment in a subscription. One that names another subscription or none is accepted too,
 * but comes back in this form, and azurerm would then replace the assignment in every apply.
 */
export function roleIdIn(subscriptionId: string, roleDefinitionId: string): string {
  const uuid = Token.isUnresolved(roleDefinitionId)
    ? Token.asString(Fn.element(Fn.reverse(Fn.split("/", whole(roleDefinitionId))), 0))
    : roleDefinitionId.slice(roleDefinitionId.lastIndexOf("/") + 1);
  return `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${uuid}`;
}
