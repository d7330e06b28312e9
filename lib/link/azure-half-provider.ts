/**
 * The Terraform provider that creates Azure's half of a peering, as the peering application.
 */
export enum AzureHalfProvider {
  /**
   * `azurerm` signs in whenever it is configured, in the first plan too. So the credentials of an application that is created in the same
   * stack must be stood in for, which only the Azure CLI and a managed identity can; azurerm 4.x also needs a right at the subscription.
   */
  AZURERM = "azurerm",
  /**
   * `azapi` signs in when it sends its first request, which is when Azure's half is created. So one stack is enough under every sign-in,
   * and the application needs no right at the subscription. Needs `azure/azapi` 2.12 or later, which Terraform installs.
   */
  AZAPI = "azapi",
}
