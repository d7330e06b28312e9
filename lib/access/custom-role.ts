import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import type { Construct } from "constructs";
import { part } from "../validation/part";

export interface CustomRole {
  readonly name: string;
  /** What keeps the name apart from others: a name is taken tenant-wide. */
  readonly nameKey: string;
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
  return part(
    new RoleDefinition(scope, id, {
      name: `aiven-azure-peering: ${role.name} (${role.nameKey} ${role.subscriptionId})`,
      description: role.description,
      scope: scopeId,
      assignableScopes: [scopeId],
      permissions: [{ actions: role.actions }],
      provider: role.provider,
    }),
  ).roleDefinitionResourceId;
}
