import type { IResolvable } from "cdktf";
import type { PeeringAccess } from "../access/peering-access";
import type { PropagationWaits } from "../access/propagation";

/**
 * How one virtual network is peered.
 */
export interface PeeredVirtualNetworkOptions {
  /**
   * Whether the two sides exist. `false` removes both, Azure's first, and keeps all the rest; with `true` again, the next apply creates
   * both again. A literal, as it decides what is synthesised.
   *
   * Half a peering cannot be joined again (`RemotePeeringIsDisconnected`), and Terraform cannot remove Azure's peering before it makes a new
   * Aiven half within one apply. So this is how a peering of the same virtual network is recreated: off, apply, on, apply. It is needed
   * when Aiven's connection was deleted, and before the virtual network, its name, `peeringName` or the identity changes. Change nothing else
   * in the apply that takes it off.
   *
   * @default true
   */
  readonly connected?: boolean;

  /**
   * The name of the peering in the virtual network: 1 to 80 letters, digits, underscores, periods and hyphens, beginning with a letter
   * or digit and ending with a letter, digit or underscore. Limits: Azure's naming rules. Set `connected` to false before you change it.
   *
   * @default - `aiven-` and a suffix of the ids of stack, construct and link
   */
  readonly peeringName?: string;

  /**
   * Whether hosts of the two networks may talk to each other.
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
   * The provider that creates Azure's peering. From azurerm to azapi it is changed in place with `migrateFrom`; otherwise set
   * `connected` to false before you change it.
   *
   * @default AzurePeeringProvider.AZURERM
   */
  readonly azurePeeringProvider?: AzurePeeringProvider;

  /**
   * The provider that has created Azure's peering, where `azurePeeringProvider` is another one now: the half is then taken over as it is, by a `moved`
   * block. Only from azurerm to azapi, as azurerm takes nothing over (`Move Resource State Not Supported`).
   *
   * Needs Terraform 1.8 or OpenTofu 1.11, or later. An older one refuses every plan while the block is there, and changes nothing: `Resource
   * type mismatch: This statement declares a move from azurerm_virtual_network_peering.… to azapi_resource.…, which is a resource of a
   * different type.` There set `connected` to false and apply, then change `azurePeeringProvider`, set `connected` to true and apply. The option may go
   * once it has been applied, or stay for good.
   *
   * @default - nothing is taken over
   */
  readonly migrateFrom?: AzurePeeringProvider;

  /**
   * Whether the two sides exist already, made by hand or by another tool, and are taken into Terraform's state as they are, by `import`
   * blocks. A literal, as it decides what is synthesised. It may go once it has been applied, or stay until the halves are removed.
   *
   * Needs what the halves were made of: `vpc`, an identity that exists, usually an `ExistingPeeringApplication`, `peeringName` and
   * `remoteVirtualNetworkId`. Before the apply the plan must say `2 to import` and `0 to destroy`: a value that differs from what is there
   * may replace a half.
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
   * first one of each subscription.
   *
   * @default PeeringAccess.create()
   */
  readonly access?: PeeringAccess;

  /**
   * The ARM id of Aiven's network, for the case that Aiven does not say it.
   *
   * @default - what Aiven says when it accepts the peering
   */
  readonly remoteVirtualNetworkId?: string;

  /**
   * Whether plan and apply warn while the connection is not `ACTIVE`. A literal, as it decides what is synthesised.
   *
   * @default true
   */
  readonly healthCheck?: boolean;

  /**
   * How long to wait for what Azure and Microsoft Entra have accepted but not yet spread. What one network does not say is as for the
   * others.
   *
   * @default - 100 seconds for roles, 30 seconds for a service principal
   */
  readonly propagation?: PropagationWaits;

  /**
   * How long a step may take. What one network does not say is as for the others.
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
   * Creation, and removal, of the Aiven connection of the peering.
   *
   * @default - the aiven provider's
   */
  readonly connection?: string;

  /**
   * Creation, and removal, of the Azure peering of the peering.
   *
   * @default - the azurerm provider's
   */
  readonly azurePeering?: string;
}

/**
 * The Terraform provider that creates Azure's peering of a peering, as the peering application.
 */
export enum AzurePeeringProvider {
  /**
   * `azurerm` signs in whenever it is configured, in the first plan too. So the credentials of an application that is created in the same
   * stack must be stood in for, which only the Azure CLI and a managed identity can; azurerm 4.x also needs a right at the subscription.
   */
  AZURERM = "azurerm",
  /**
   * `azapi` signs in when it sends its first request, which is when Azure's peering is created. So one stack is enough under every sign-in,
   * and the application needs no right at the subscription. Needs `azure/azapi` 2.12 or later, which Terraform installs.
   */
  AZAPI = "azapi",
}
