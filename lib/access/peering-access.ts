/**
 * Where the rights on a virtual network come from.
 */
export enum VirtualNetworkAccessSource {
  /**
   * This stack defines the roles, unless they are given, and assigns them. Needs `Microsoft.Authorization/roleAssignments/write`, and
   * `roleDefinitions/write` for custom roles.
   */
  CREATE = "create",
  /**
   * Somebody has assigned the roles already, for example a security team or another peering of the same network and application:
   * nothing is defined or assigned. Without the rights, Aiven's connection ends in `INVALID_SPECIFICATION` or Azure's peering in
   * `AuthorizationFailed`.
   */
  EXISTING = "existing",
}

/**
 * Names of the custom roles by a convention of your own: 1 to 512 characters, each once in a tenant whatever its case. Limits:
 * https://learn.microsoft.com/azure/role-based-access-control/custom-roles#custom-role-properties
 */
export interface PeeringRoleNames {
  /**
   * The name of the peering application's role.
   *
   * @default - `aiven-azure-peering: peer with Aiven`, and behind it a suffix of the ids of stack and constructs and the subscription
   */
  readonly application?: string;

  /**
   * The name of Aiven's role.
   *
   * @default - `aiven-azure-peering: be peered by Aiven`, and behind it a suffix of the ids of stack and constructs and the subscription
   */
  readonly aiven?: string;
}

/**
 * Roles to use where custom roles may not be created. One pair serves every subscription in which it may be assigned, as built-in roles
 * do; of an id the UUID alone counts.
 */
export interface PeeringRoleOverrides {
  /**
   * The resource id of a role for the peering application, with `Microsoft.Network/virtualNetworks/read` and
   * `Microsoft.Network/virtualNetworks/virtualNetworkPeerings/` `read`, `write` and `delete`.
   *
   * @default - a custom role with those actions alone is created
   */
  readonly applicationRoleDefinitionId?: string;

  /**
   * The resource id of a role for Aiven's service principal, with `Microsoft.Network/virtualNetworks/peer/action`.
   *
   * @default - a custom role with that action alone is created
   */
  readonly aivenRoleDefinitionId?: string;
}
