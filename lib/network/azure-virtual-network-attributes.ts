/**
 * What Terraform cannot read from a virtual network before its first plan.
 */
export interface AzureVirtualNetworkOptions {
  /**
   * The subscription of the virtual network, a UUID. It must be known at plan: a literal, a variable or a data source, but no
   * attribute of a resource that is yet to be created.
   *
   * @default - the subscription in an ARM id, else the deployer's
   */
  readonly subscriptionId?: string;

  /**
   * The Microsoft Entra tenant of the virtual network's subscription, a UUID. It must be known at plan.
   *
   * @default - the deployer's
   */
  readonly tenantId?: string;

  /**
   * The Azure location, for example `japaneast`; Aiven's cloud is derived from it.
   *
   * @default - the resource's; unknown where only an id is given
   */
  readonly location?: string;

  /**
   * The address ranges in CIDR notation; the Aiven VPC must not overlap them.
   *
   * @default - the resource's; unknown where only an id is given, and overlap is then left to Azure
   */
  readonly addressSpaces?: string[];
}

/**
 * A virtual network by its properties.
 */
export interface AzureVirtualNetworkAttributes extends AzureVirtualNetworkOptions {
  /**
   * The name: 2 to 64 letters, digits, underscores, periods and hyphens, beginning with a letter or digit and ending with a letter,
   * digit or underscore. Limits: Azure's naming rules for `Microsoft.Network/virtualNetworks`.
   */
  readonly name: string;

  /**
   * The name of the resource group: 1 to 90 letters, digits, underscores, parentheses, hyphens and periods, not ending with a period.
   * Letters and digits that ASCII lacks need `azureHalf: AzureHalfProvider.AZAPI`, as azurerm does not take them.
   * Limits: Azure's naming rules for `Microsoft.Resources/resourceGroups`.
   */
  readonly resourceGroupName: string;

  /**
   * The ARM id of the virtual network.
   *
   * @default - composed of subscription, resource group and name
   */
  readonly id?: string;
}
