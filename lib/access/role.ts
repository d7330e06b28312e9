import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Fn, Token } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { whole } from "../terraform/expressions";
import { expressionOf } from "../terraform/keys";
import { Registry } from "../terraform/registry";
import { Checks } from "../validation/checks";
import { part } from "../validation/framework";
import { ROLE_NAME } from "../validation/rules";

/** A name that a user gave a role. */
export interface GivenName {
  readonly value: string;
  /** The property that it was given by. */
  readonly property: string;
  /** The construct that it was given to. */
  readonly place: IConstruct;
}

export interface CustomRole {
  readonly name: string;
  /** What keeps the name apart from others: a name is taken tenant-wide. */
  readonly nameKey: string;
  /** The whole name instead. */
  readonly given?: GivenName;
  readonly description: string;
  readonly actions: string[];
  readonly subscriptionId: string;
  readonly provider?: AzurermProvider;
}

/**
 * Creates a custom role that can be assigned in one subscription.
 *
 * @returns its resource id; the resource's own `id` has a suffix that role assignments do not take
 */
export function createRole(scope: Construct, id: string, role: CustomRole): string {
  const scopeId = `/subscriptions/${role.subscriptionId}`;
  const precondition = role.given && check(role.given).preconditions;
  return part(
    new RoleDefinition(scope, id, {
      name: role.given?.value ?? `aiven-azure-peering: ${role.name} (${role.nameKey} ${role.subscriptionId})`,
      description: role.description,
      scope: scopeId,
      assignableScopes: [scopeId],
      permissions: [{ actions: role.actions }],
      lifecycle: precondition && { precondition },
      provider: role.provider,
    }),
  ).roleDefinitionResourceId;
}

const named = Registry.perStack<GivenName>();

/** Validates a given name, and refuses one that another role of the stack has. */
function check(given: GivenName): Checks {
  const { value, property, place } = given;
  const checks = new Checks(place).rule(property, value, ROLE_NAME);
  const key = expressionOf(place, value).toLowerCase();
  const twin = named.find(place, key);
  if (twin !== undefined) {
    checks.refuse(
      `${property}: "${value}" is not allowed, ${twin.property} of ${twin.place.node.path} names another role so, and a tenant has each ` +
        "name once; give each role a name of its own",
    );
  }
  named.add(place, key, given);
  return checks;
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
