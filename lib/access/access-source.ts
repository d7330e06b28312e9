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
   * nothing is defined or assigned. Without the rights, Aiven's half ends in `INVALID_SPECIFICATION` or Azure's half in
   * `AuthorizationFailed`.
   */
  EXISTING = "existing",
}
