import type { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import {
  Fn,
  type TerraformDataSource,
  type TerraformProvider,
  type TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
import type { IConstruct } from "constructs";
import { whole } from "../terraform/expressions";
import { given, isUnknownScalar } from "../terraform/given";
import { mark } from "../terraform/recognition";
import { refuse } from "../terraform/refuse";
import { requireLiteral } from "../validation/checks";
import { refuseMany } from "../validation/loops";
import { validateAddressSpaces } from "../validation/network-cidr";
import { type Known, requireOptions } from "../validation/options";
import {
  AZURE_LOCATION,
  RESOURCE_GROUP_NAME,
  UUID,
  VIRTUAL_NETWORK_ID,
  VIRTUAL_NETWORK_NAME,
} from "../validation/rules";

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
   *
   * @default - the name in `id`; required where that is not given
   */
  readonly name?: string;

  /**
   * The name of the resource group: 1 to 90 letters, digits, underscores, parentheses, hyphens and periods, not ending with a period.
   * Letters and digits that ASCII lacks need `azurePeeringProvider: AzurePeeringProvider.AZAPI`, as azurerm does not take them.
   * Limits: Azure's naming rules for `Microsoft.Resources/resourceGroups`.
   *
   * @default - the resource group in `id`; required where that is not given
   */
  readonly resourceGroupName?: string;

  /**
   * The ARM id of the virtual network. Subscription, resource group and name must be those in it.
   *
   * @default - composed of subscription, resource group and name
   */
  readonly id?: string;
}

/**
 * The Azure side of a peering: describes a virtual network, creates nothing.
 */
export class AzureVirtualNetwork {
  /**
   * A virtual network that this app creates.
   *
   * @param virtualNetwork the `azurerm_virtual_network`, of whichever bindings
   * @param options what the resource does not hold before it exists. The default subscription is that of its provider; for a resource of
   * another stack, that in its id
   * @throws if it is made by `forEach` or `count`, or a literal name, UUID or range is not allowed
   */
  public static fromResource(
    virtualNetwork: TerraformResource,
    options: AzureVirtualNetworkOptions = {},
  ): AzureVirtualNetwork {
    const network = requireElement(virtualNetwork, "fromResource") as VirtualNetwork;
    requireOptions(virtualNetwork, "virtualNetwork", options, OPTIONS);
    return new AzureVirtualNetwork(
      {
        // The inputs, not the attributes: a literal can be validated at synth. The id alone decides the order of creation.
        name: network.nameInput ?? network.name,
        resourceGroupName: network.resourceGroupNameInput ?? network.resourceGroupName,
        ...options,
        location: options.location ?? network.locationInput,
        addressSpaces: options.addressSpaces ?? network.addressSpaceInput ?? network.addressSpace,
        id: network.id,
      },
      network,
    );
  }

  /**
   * A virtual network that exists already, read by a data source.
   *
   * @param virtualNetwork the `azurerm_virtual_network` data source, of whichever bindings
   * @param options overrides. The default subscription is that of the data source's provider; for a data source of another stack, that in
   * its id
   * @throws if it is made by `forEach` or `count`, or a literal name, UUID or range is not allowed
   */
  public static fromDataSource(
    virtualNetwork: TerraformDataSource,
    options: AzureVirtualNetworkOptions = {},
  ): AzureVirtualNetwork {
    const network = requireElement(virtualNetwork, "fromDataSource") as DataAzurermVirtualNetwork;
    requireOptions(virtualNetwork, "virtualNetwork", options, OPTIONS);
    return new AzureVirtualNetwork(
      {
        name: network.nameInput ?? network.name,
        resourceGroupName: network.resourceGroupNameInput ?? network.resourceGroupName,
        ...options,
        location: options.location ?? network.location,
        addressSpaces: options.addressSpaces ?? network.addressSpace,
        id: network.id,
      },
      network,
    );
  }

  /**
   * A virtual network by its ARM id, for example of another team.
   *
   * @param id `/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>`; a token must be known
   * at plan, or `subscriptionId` be given
   * @param options what the id does not hold
   * @throws if a literal is no ARM id of a virtual network
   */
  public static fromId(id: string, options: AzureVirtualNetworkOptions = {}): AzureVirtualNetwork {
    requireOptions(undefined, "virtualNetwork", options, OPTIONS);
    if (isUnknownScalar(id)) {
      return new AzureVirtualNetwork({ ...partsInTerraform(id), ...options, id }, undefined, id);
    }
    const parts = partsOf(id);
    requireSame(id, parts, options);
    return new AzureVirtualNetwork({ ...options, ...parts });
  }

  /**
   * A virtual network by its properties.
   *
   * @param attributes its names, and its subscription where that is not the deployer's
   * @throws if a literal name, UUID or range is not allowed
   */
  public static fromAttributes(attributes: AzureVirtualNetworkAttributes): AzureVirtualNetwork {
    requireOptions(undefined, "virtualNetwork", attributes, ATTRIBUTES);
    const { id } = attributes;
    if (id === undefined) {
      requireOptions<Omit<AzureVirtualNetworkAttributes, keyof typeof NAMES> & VirtualNetworkNames>(
        undefined,
        "virtualNetwork",
        attributes as VirtualNetworkNames,
        { ...ATTRIBUTES, ...NAMES },
      );
      return new AzureVirtualNetwork(attributes);
    }
    if (isUnknownScalar(id)) return new AzureVirtualNetwork({ ...partsInTerraform(id), ...attributes }, undefined, id);
    const parts = partsOf(id);
    requireSame(id, parts, attributes);
    return new AzureVirtualNetwork({ ...attributes, ...parts, id: undefined });
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
   * The resource or data source that describes it, where one does.
   *
   * @internal
   */
  public readonly _element?: VirtualNetworkElement;

  /**
   * An id that only Terraform can compare with the other attributes.
   *
   * @internal
   */
  public readonly _unknownId?: string;

  private constructor(attributes: AzureVirtualNetworkAttributes, element?: VirtualNetworkElement, unknownId?: string) {
    mark(this, "AzureVirtualNetwork", attributes);
    const { name = "", resourceGroupName = "", subscriptionId, tenantId, location, addressSpaces } = attributes;
    requireLiteral(element, "virtualNetwork.name", name, VIRTUAL_NETWORK_NAME);
    requireLiteral(element, "virtualNetwork.resourceGroupName", resourceGroupName, RESOURCE_GROUP_NAME);
    if (subscriptionId !== undefined) requireLiteral(element, "virtualNetwork.subscriptionId", subscriptionId, UUID);
    if (tenantId !== undefined) requireLiteral(element, "virtualNetwork.tenantId", tenantId, UUID);
    if (location !== undefined) requireLiteral(element, "virtualNetwork.location", location, AZURE_LOCATION);
    validateAddressSpaces("virtualNetwork.addressSpaces", addressSpaces, (message) => refuse(element, message));
    this.name = name;
    this.resourceGroupName = resourceGroupName;
    this.subscriptionId = subscriptionId;
    this.tenantId = tenantId;
    this.location = location;
    this.addressSpaces = addressSpaces;
    this.id = attributes.id ?? (subscriptionId === undefined ? undefined : this._idIn(subscriptionId));
    this._element = element;
    this._unknownId = unknownId;
  }

  /**
   * The provider whose subscription is the virtual network's, where the stack of `consumer` has it: a provider of another stack means
   * nothing there.
   *
   * @internal
   */
  public _providerIn(consumer: IConstruct): TerraformProvider | undefined {
    return this._isOf(consumer) ? this._element?.provider : undefined;
  }

  /**
   * The subscription, as far as the virtual network itself names it to the stack of `consumer`. One of another stack has an ARM id, which is
   * known before this stack is planned; the sign-in of this stack may be of another subscription.
   *
   * @internal
   */
  public _subscriptionIn(consumer: IConstruct): string | undefined {
    if (this.subscriptionId !== undefined || this._element === undefined || this._isOf(consumer))
      return this.subscriptionId;
    return Token.asString(Fn.element(Fn.split("/", this._element.id), 2));
  }

  /**
   * The ARM id, its segments in the case that azurerm insists on.
   *
   * @internal
   */
  public _idIn(subscriptionId: string): string {
    return virtualNetworkId({ subscriptionId, resourceGroupName: this.resourceGroupName, name: this.name });
  }

  private _isOf(consumer: IConstruct): boolean {
    return this._element === undefined || TerraformStack.of(this._element) === TerraformStack.of(consumer);
  }
}

const OPTIONS: Known<AzureVirtualNetworkOptions> = {
  subscriptionId: true,
  tenantId: true,
  location: true,
  addressSpaces: true,
};

const ATTRIBUTES: Known<AzureVirtualNetworkAttributes> = { ...OPTIONS, name: true, resourceGroupName: true, id: true };

const NAMES = { name: VIRTUAL_NETWORK_NAME.allowed, resourceGroupName: RESOURCE_GROUP_NAME.allowed };

/** The resource or data source that describes a virtual network. */
type VirtualNetworkElement = VirtualNetwork | DataAzurermVirtualNetwork;

/** Refuses what is no virtual network, or any number of them. */
function requireElement(
  element: TerraformResource | TerraformDataSource | undefined,
  factory: string,
): TerraformResource | TerraformDataSource {
  const type = "azurerm_virtual_network";
  if (element?.terraformResourceType !== type) {
    refuse(undefined, `virtualNetwork: not allowed, give AzureVirtualNetwork.${factory} an ${type}`);
  }
  refuseMany("virtualNetwork", element);
  return element;
}

interface VirtualNetworkNames {
  readonly resourceGroupName: string;
  readonly name: string;
}

/** The parts of an ARM id of a virtual network. */
interface VirtualNetworkIdParts extends VirtualNetworkNames {
  readonly subscriptionId: string;
}

const PARTS =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/virtualNetworks\/([^/]+)$/i;

/** The parts of a literal ARM id, in whichever case its segments are written. */
function partsOf(id: string): VirtualNetworkIdParts {
  const { allowed } = VIRTUAL_NETWORK_ID;
  requireLiteral(undefined, "virtualNetwork.id", id, { allows: (text) => PARTS.test(text), allowed });
  const [, subscriptionId = "", resourceGroupName = "", name = ""] = PARTS.exec(id) ?? [];
  return { subscriptionId, resourceGroupName, name };
}

/** The parts of an id that only Terraform knows. */
function partsInTerraform(id: string): VirtualNetworkIdParts {
  const segment = (index: number) => Token.asString(Fn.element(Fn.split("/", whole(id)), index));
  return { subscriptionId: segment(2), resourceGroupName: segment(4), name: segment(8) };
}

/** Refuses a value that differs from that in the id. */
function requireSame(id: string, parts: VirtualNetworkIdParts, beside: Partial<VirtualNetworkIdParts>): void {
  for (const [property, part] of Object.entries(parts) as [keyof VirtualNetworkIdParts, string][]) {
    const value = beside[property];
    if (value === undefined || Token.isUnresolved(value) || String(value).toLowerCase() === part.toLowerCase())
      continue;
    refuse(
      undefined,
      `virtualNetwork.${property}: ${given(value)} is not allowed, the id "${id}" has "${part}"; leave it out, as the id has it already`,
    );
  }
}

/** The ARM id, its segments in the case that azurerm insists on. */
const virtualNetworkId = ({ subscriptionId, resourceGroupName, name }: VirtualNetworkIdParts): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/Microsoft.Network/virtualNetworks/${name}`;
