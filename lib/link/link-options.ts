import type { PropagationWaits } from "../access/propagation";

/**
 * How long Terraform may take over a step before it gives up. Durations such as `90s`, `20m` or `1h30m`.
 */
export interface PeeringTimeouts {
  /**
   * Creation, and removal, of the Aiven VPC.
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

/**
 * How one virtual network is peered.
 */
export interface VirtualNetworkLinkOptions {
  /**
   * Whether the two halves exist. `false` removes both, Azure's first, and keeps all the rest; with `true` again, the next apply makes
   * both anew.
   *
   * Half a peering cannot be joined again (`RemotePeeringIsDisconnected`), and Terraform cannot remove Azure's half before it makes a new
   * Aiven half within one apply. So this is how a peering of the same virtual network is made anew: off, apply, on, apply. It is needed
   * when Aiven's half was deleted, and before the virtual network, its name, `peeringName` or the identity changes.
   *
   * @default true
   */
  readonly connected?: boolean;

  /**
   * The name of the peering in the virtual network: 1 to 80 letters, digits, underscores, periods and hyphens, beginning with a letter
   * or digit and ending with a letter, digit or underscore. Limits: Azure's naming rules. Set `connected` to false before you change it.
   *
   * @default - `aiven-` and a suffix that is unique in the app
   */
  readonly peeringName?: string;

  /**
   * Whether hosts of the two networks may talk to each other.
   *
   * @default true
   */
  readonly allowVirtualNetworkAccess?: boolean;

  /**
   * Whether traffic that did not originate in Aiven's network is let in.
   *
   * @default false
   */
  readonly allowForwardedTraffic?: boolean;

  /**
   * Whether Aiven's network may use a gateway of the virtual network.
   *
   * @default false
   */
  readonly allowGatewayTransit?: boolean;

  /**
   * Whether the virtual network uses a gateway of Aiven's network.
   *
   * @default false
   */
  readonly useRemoteGateways?: boolean;

  /**
   * The ARM id of Aiven's network, for the case that Aiven does not tell it.
   *
   * @default - what Aiven tells when it accepts the peering
   */
  readonly remoteVirtualNetworkId?: string;

  /**
   * Whether plan and apply warn while the connection is not `ACTIVE`.
   *
   * @default true
   */
  readonly healthCheck?: boolean;

  /**
   * How long to wait for what Azure and Microsoft Entra have accepted but not yet spread.
   *
   * @default - 100 seconds for roles, 30 seconds for a service principal
   */
  readonly propagation?: PropagationWaits;

  /**
   * How long a step may take.
   *
   * @default - the providers' own
   */
  readonly timeouts?: PeeringTimeouts;
}
