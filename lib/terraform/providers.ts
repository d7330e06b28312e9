import type { TerraformProvider } from "cdktf";

/**
 * The provider configurations to use where the stack's default ones are not meant. Each must be of the stack in which it is used.
 */
export interface PeeringProviders {
  /**
   * The `aiven` provider, which signs in to Aiven.
   *
   * @default - the stack's default aiven provider
   */
  readonly aiven?: TerraformProvider;

  /**
   * The `azuread` provider, the deployer in Microsoft Entra: registers the application and creates the service principals.
   *
   * @default - the stack's default azuread provider
   */
  readonly azuread?: TerraformProvider;

  /**
   * The `azurerm` provider, the deployer in Azure: defines and assigns the roles. The peering itself is always created by the peering application.
   *
   * @default - the provider of the virtual network where that has one of its own, else the stack's default azurerm provider
   */
  readonly azurerm?: TerraformProvider;

  /**
   * The `time` provider, which waits.
   *
   * @default - the stack's default time provider
   */
  readonly time?: TerraformProvider;
}
