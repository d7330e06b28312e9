import type { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Fn, TerraformProvider, Token } from "cdktf";
import type { AzureVirtualNetworkAttributes, AzureVirtualNetworkOptions } from "./azure-virtual-network-attributes";
import { requireLiteral } from "../validation/checks";
import { parseCidr } from "../validation/cidr";
import { RESOURCE_GROUP_NAME, UUID, VIRTUAL_NETWORK_NAME } from "../validation/rules";

/**
 * The Azure side of a peering: describes a virtual network, creates nothing.
 */
export class AzureVirtualNetwork {
  /**
   * A virtual network that this app creates.
   *
   * @param virtualNetwork the `azurerm_virtual_network`
   * @param options what the resource cannot tell before it exists; its provider's subscription is used when none is given
   * @throws if a literal name or UUID is not allowed
   */
  public static fromResource(
    virtualNetwork: VirtualNetwork,
    options: AzureVirtualNetworkOptions = {},
  ): AzureVirtualNetwork {
    return new AzureVirtualNetwork(
      {
        // The inputs, not the attributes: a literal can be judged at synth. The order of creation hangs on the id.
        name: virtualNetwork.nameInput ?? virtualNetwork.name,
        resourceGroupName: virtualNetwork.resourceGroupNameInput ?? virtualNetwork.resourceGroupName,
        ...options,
        location: options.location ?? virtualNetwork.locationInput,
        addressSpaces: options.addressSpaces ?? virtualNetwork.addressSpaceInput ?? virtualNetwork.addressSpace,
        id: virtualNetwork.id,
      },
      virtualNetwork.provider,
    );
  }

  /**
   * A virtual network that exists already, read by a data source.
   *
   * @param virtualNetwork the `azurerm_virtual_network` data source
   * @param options overrides; the data source's provider's subscription is used when none is given
   * @throws if a literal name or UUID is not allowed
   */
  public static fromDataSource(
    virtualNetwork: DataAzurermVirtualNetwork,
    options: AzureVirtualNetworkOptions = {},
  ): AzureVirtualNetwork {
    return new AzureVirtualNetwork(
      {
        name: virtualNetwork.nameInput ?? virtualNetwork.name,
        resourceGroupName: virtualNetwork.resourceGroupNameInput ?? virtualNetwork.resourceGroupName,
        ...options,
        location: options.location ?? virtualNetwork.location,
        addressSpaces: options.addressSpaces ?? virtualNetwork.addressSpace,
        id: virtualNetwork.id,
      },
      virtualNetwork.provider,
    );
  }

  /**
   * A virtual network by its ARM id, for example of another team.
   *
   * @param id `/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>`; a token must be known
   * at plan, or `subscriptionId` be given
   * @param options what the id does not tell
   * @throws if a literal is no ARM id of a virtual network
   */
  public static fromId(id: string, options: AzureVirtualNetworkOptions = {}): AzureVirtualNetwork {
    if (Token.isUnresolved(id)) {
      const segment = (index: number) => Token.asString(Fn.element(Fn.split("/", id), index));
      return new AzureVirtualNetwork({
        ...options,
        subscriptionId: options.subscriptionId ?? segment(2),
        resourceGroupName: segment(4),
        name: segment(8),
        id,
      });
    }
    const parts =
      /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/virtualNetworks\/([^/]+)$/i;
    const [, subscriptionId, resourceGroupName, name] = parts.exec(id) ?? [];
    if (subscriptionId === undefined || resourceGroupName === undefined || name === undefined) {
      throw new Error(
        `virtualNetwork.id: "${id}" is not allowed, use the ARM id of a virtual network, ` +
          `"/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>"`,
      );
    }
    return new AzureVirtualNetwork({ ...options, subscriptionId, resourceGroupName, name });
  }

  /**
   * A virtual network by its properties.
   *
   * @param attributes its names, and its subscription where that is not the deployer's
   * @throws if a literal name, UUID or range is not allowed
   */
  public static fromAttributes(attributes: AzureVirtualNetworkAttributes): AzureVirtualNetwork {
    return new AzureVirtualNetwork(attributes);
  }

  /** The name, in the case in which Azure knows it. */
  public readonly name: string;
  /** The name of the resource group, in the case in which Azure knows it. */
  public readonly resourceGroupName: string;
  /** The ARM id, where one was given or can be composed without the deployer's subscription. */
  public readonly id?: string;
  /** The subscription, a UUID; absent where it is the deployer's. */
  public readonly subscriptionId?: string;
  /** The Microsoft Entra tenant, a UUID; absent where it is the deployer's. */
  public readonly tenantId?: string;
  /** The Azure location, where known. */
  public readonly location?: string;
  /** The address ranges, where known. */
  public readonly addressSpaces?: string[];
  /**
   * The provider whose subscription is the virtual network's.
   *
   * @internal
   */
  public readonly _provider?: TerraformProvider;

  private constructor(attributes: AzureVirtualNetworkAttributes, provider?: TerraformProvider) {
    requireLiteral("virtualNetwork.name", attributes.name, VIRTUAL_NETWORK_NAME);
    requireLiteral("virtualNetwork.resourceGroupName", attributes.resourceGroupName, RESOURCE_GROUP_NAME);
    if (attributes.subscriptionId) requireLiteral("virtualNetwork.subscriptionId", attributes.subscriptionId, UUID);
    if (attributes.tenantId) requireLiteral("virtualNetwork.tenantId", attributes.tenantId, UUID);
    for (const range of Token.isUnresolved(attributes.addressSpaces) ? [] : (attributes.addressSpaces ?? [])) {
      if (!Token.isUnresolved(range) && !range.includes(":") && !parseCidr(range)) {
        throw new Error(
          `virtualNetwork.addressSpaces: "${range}" is not allowed, use CIDR notation, such as "10.1.0.0/16"`,
        );
      }
    }
    this.name = attributes.name;
    this.resourceGroupName = attributes.resourceGroupName;
    this.subscriptionId = attributes.subscriptionId;
    this.tenantId = attributes.tenantId;
    this.location = attributes.location;
    this.addressSpaces = attributes.addressSpaces;
    this.id = attributes.id ?? (attributes.subscriptionId && this._idIn(attributes.subscriptionId));
    this._provider = provider;
  }

  /**
   * The ARM id, its segments in the case that azurerm insists on.
   *
   * @internal
   */
  public _idIn(subscriptionId: string): string {
    return (
      `/subscriptions/${subscriptionId}/resourceGroups/${this.resourceGroupName}` +
      `/providers/Microsoft.Network/virtualNetworks/${this.name}`
    );
  }
}
