import type { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { TimeProvider } from "@cdktf/provider-time/lib/provider";
import type { AivenProvider } from "cdktf-provider-aiven/lib/provider";

/**
 * The provider configurations to use where the stack's default ones are not meant. Each must be of the stack in which it is used.
 */
export interface PeeringProviders {
  /**
   * Signs in to Aiven.
   *
   * @default - the stack's default aiven provider
   */
  readonly aiven?: AivenProvider;

  /**
   * The deployer in Microsoft Entra: registers the application and creates the service principals.
   *
   * @default - the stack's default azuread provider
   */
  readonly azuread?: AzureadProvider;

  /**
   * The deployer in Azure: defines and assigns the roles. The peering itself is always created by the peering application.
   *
   * @default - the provider of the virtual network where that has one of its own, else the stack's default azurerm provider
   */
  readonly azurerm?: AzurermProvider;

  /**
   * Waits.
   *
   * @default - the stack's default time provider
   */
  readonly time?: TimeProvider;
}
