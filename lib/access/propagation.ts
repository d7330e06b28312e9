/**
 * How long to wait for what Azure and Microsoft Entra have accepted but not yet spread. One number and one unit each, such as `90s`
 * or `2m`, as the time provider takes them.
 */
export interface PropagationWaits {
  /**
   * Between the role assignments and the request to Aiven. It runs beside the creation of the VPC, so it rarely costs time.
   *
   * Azure documents up to ten minutes; an assignment is usually effective within two. azurerm spends the first 20 seconds of them
   * itself, as it wants to read a new assignment five times, five seconds apart. A client secret, which is waited for here too, is
   * accepted 4 to 18 seconds after its creation.
   *
   * @default "100s"
   */
  readonly roleAssignments?: string;

  /**
   * Between Aiven's acceptance and the first sign-in to Aiven's tenant, where Aiven has just created a service principal of the peering
   * application.
   *
   * @default "30s"
   */
  readonly servicePrincipal?: string;
}

export const DEFAULT_ROLE_ASSIGNMENT_WAIT = "100s";
export const DEFAULT_SERVICE_PRINCIPAL_WAIT = "30s";
