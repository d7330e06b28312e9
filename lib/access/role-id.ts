import { Fn, Token } from "cdktf";
import { whole } from "../terraform/hcl";

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
