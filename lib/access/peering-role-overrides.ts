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
