/**
 * How long Terraform may take over a step before it gives up. Durations such as `90s`, `20m` or `1h30m`.
 */
export interface PeeringTimeouts {
  /**
   * Creation, and removal, of the Aiven VPC. Not for a further network, as the VPC is there already.
   *
   * @default - the aiven provider's: 20 minutes
   */
  readonly vpc?: string;

  /**
   * Creation, and removal, of the Aiven half of the peering.
   *
   * @default - the aiven provider's
   */
  readonly connection?: string;

  /**
   * Creation, and removal, of the Azure half of the peering.
   *
   * @default - the azurerm provider's
   */
  readonly virtualNetworkPeering?: string;
}
