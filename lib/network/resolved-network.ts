import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { Construct } from "constructs";
import { requireMade } from "../validation/options";
import { AzureVirtualNetwork } from "./azure-virtual-network";
import { deployer } from "./deployer";

/** A virtual network with nothing left open: what it does not say itself is the deployer's. */
export interface ResolvedNetwork {
  readonly id: string;
  readonly name: string;
  readonly resourceGroupName: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly location?: string;
  readonly addressSpaces?: string[];
  /** The deployer's provider for what is made at the network; absent for the stack's default one. */
  readonly provider?: AzurermProvider;
}

/** Resolves each virtual network of a construct once; whoever needs a fact of it is given the result. */
export class NetworkResolver {
  /**
   * @param scope whose networks they are
   * @param provider the deployer in Azure, where that is not the stack's default provider
   */
  constructor(
    private readonly scope: Construct,
    private readonly provider?: AzurermProvider,
  ) {}

  public resolve(virtualNetwork: AzureVirtualNetwork): ResolvedNetwork {
    requireMade(
      this.scope,
      "virtualNetwork",
      virtualNetwork,
      (value) => AzureVirtualNetwork._isAzureVirtualNetwork(value),
      "what AzureVirtualNetwork.fromResource, fromDataSource, fromId or fromAttributes returns",
    );
    const { name, resourceGroupName, location, addressSpaces } = virtualNetwork;
    const own = virtualNetwork._providerIn(this.scope);
    const owner = () => deployer(this.scope, own ?? this.provider);
    const subscriptionId = virtualNetwork._subscriptionIn(this.scope) ?? owner().subscriptionId;
    return {
      id: virtualNetwork.id ?? virtualNetwork._idIn(subscriptionId),
      name,
      resourceGroupName,
      subscriptionId,
      tenantId: virtualNetwork.tenantId ?? owner().tenantId,
      location,
      addressSpaces,
      provider: this.provider ?? own,
    };
  }
}
