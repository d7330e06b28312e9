import type { IResolvable } from "cdktf";
import type { PeeringAccess } from "../access/peering-access";
import type { PropagationWaits } from "../access/propagation";

/**
 * The Terraform provider that creates Azure's virtual network peering, as the peering application.
 */
export enum AzurePeeringProvider {
  /**
   * `azurerm` signs in whenever it is configured, also in the first plan. Credentials that the same stack creates are unknown to that plan, so
   * Terraform must then be signed in with the Azure CLI or a managed identity. azurerm 4.x also needs a right at the subscription.
   */
  AZURERM = "azurerm",
  /**
   * `azapi` signs in when it sends its first request, which is when the peering is created. So one stack is enough under every sign-in, and
   * the application needs no right at the subscription. Needs `azure/azapi` 2.12 or later, which Terraform installs.
   */
  AZAPI = "azapi",
}

/**
 * How one virtual network is peered.
 */
export interface PeeredVirtualNetworkOptions {
  /**
   * Whether the two sides exist. With `false`, the apply removes both, Azure's first, and keeps everything else. With `true` again, the next
   * apply creates both. A literal, as it decides what is synthesised.
   *
   * This is how a peering is recreated: set it to false and apply, then to true and apply. Azure does not connect a peering again of which
   * one side was removed (`RemotePeeringIsDisconnected`), and Terraform cannot replace both sides in the right order within one apply.
   * Do it when Aiven's connection was deleted, and before you change the virtual network, its name, `peeringName` or the identity. Change
   * nothing else in the apply that removes the two sides.
   *
   * @default true
   */
  readonly connected?: boolean;

  /**
   * The name of the peering in the virtual network: 1 to 80 letters, digits, underscores, periods and hyphens. It begins with a letter
   * or digit and ends with a letter, digit or underscore. Limits: Azure's naming rules. Set `connected` to false before you change it.
   *
   * @default - `aiven-` and a suffix of the ids of stack, construct and network
   */
  readonly peeringName?: string;

  /**
   * Whether hosts of the two networks may reach each other.
   *
   * @default true
   */
  readonly allowVirtualNetworkAccess?: boolean | IResolvable;

  /**
   * Whether traffic that did not originate in Aiven's network is let in.
   *
   * @default false
   */
  readonly allowForwardedTraffic?: boolean | IResolvable;

  /**
   * Whether Aiven's network may use a gateway of the virtual network.
   *
   * @default false
   */
  readonly allowGatewayTransit?: boolean | IResolvable;

  /**
   * The provider that creates Azure's virtual network peering. From azurerm to azapi it is changed in place, with `migrateFrom`. Otherwise
   * set `connected` to false and apply before you change it.
   *
   * @default AzurePeeringProvider.AZURERM
   */
  readonly azurePeeringProvider?: AzurePeeringProvider;

  /**
   * The provider that has created Azure's virtual network peering, where `azurePeeringProvider` is another one now. A `moved` block then
   * moves the peering to the new provider and changes nothing in Azure. Only from azurerm to azapi, as azurerm supports no such move (`Move
   * Resource State Not Supported`).
   *
   * Needs Terraform 1.8 or later, or OpenTofu 1.11 or later. An older one refuses every plan while the block is there, and changes nothing:
   * `Resource type mismatch: This statement declares a move from azurerm_virtual_network_peering.… to azapi_resource.…, which is a resource of
   * a different type.` There, set `connected` to false and apply, then change `azurePeeringProvider`, set `connected` to true and apply.
   * After the apply the option may be removed, or stay.
   *
   * @default - nothing is moved
   */
  readonly migrateFrom?: AzurePeeringProvider;

  /**
   * Whether the two sides exist already, made by hand or by another tool. They are then imported into Terraform's state as they are, by
   * `import` blocks. A literal, as it decides what is synthesised. After the apply the option may be removed, or stay until the two sides are
   * removed.
   *
   * Needs what the two sides were made of: `vpc`, an identity that exists (usually an `ExistingPeeringApplication`), `peeringName` and
   * `remoteVirtualNetworkId`. Before the apply the plan must say `2 to import` and `0 to destroy`: a value that differs from what exists
   * may replace one side.
   *
   * Needs Terraform 1.5 or later, or OpenTofu. The ids in the blocks are made of `vpc`, `virtualNetwork` and `peeringName`. Where one of
   * these is no literal, or the virtual network's subscription is the deployer's, it needs Terraform 1.6 or OpenTofu, and the value must be
   * known at plan.
   *
   * @default false
   */
  readonly importExisting?: boolean;

  /**
   * Where the rights on the virtual network come from. The networks of a subscription share the roles, so names of roles are given with the
   * first network of each subscription.
   *
   * @default PeeringAccess.create()
   */
  readonly access?: PeeringAccess;

  /**
   * The ARM id of Aiven's network, for the case that Aiven does not return it.
   *
   * @default - what Aiven returns when it accepts the peering
   */
  readonly remoteVirtualNetworkId?: string;

  /**
   * Whether plan and apply warn while the connection is not `ACTIVE`. In the first 20 minutes `PENDING_PEER` is no reason for a warning, as
   * Aiven still looks for Azure's peering. A literal, as it decides what is synthesised.
   *
   * @default true
   */
  readonly healthCheck?: boolean;

  /**
   * How long to wait for what Azure and Microsoft Entra have accepted but not yet propagated. A wait that is not given is as in the
   * construct's properties.
   *
   * @default - 100 seconds for roles, 30 seconds for a service principal
   */
  readonly propagation?: PropagationWaits;

  /**
   * How long a step may take. A timeout that is not given is as in the construct's properties.
   *
   * @default - the providers' own
   */
  readonly timeouts?: PeeringTimeouts;
}

/**
 * How long Terraform may take over a step before it gives up. Durations such as `90s`, `20m` or `1h30m`.
 */
export interface PeeringTimeouts {
  /**
   * Creation, and removal, of Aiven's peering connection.
   *
   * @default - the aiven provider's
   */
  readonly connection?: string;

  /**
   * Creation, and removal, of Azure's virtual network peering.
   *
   * @default - the azurerm provider's; 10 minutes through azapi
   */
  readonly azurePeering?: string;
}
