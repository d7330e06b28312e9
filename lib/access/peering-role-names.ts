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
