import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { requireInstance } from "../terraform/recognition";
import { addressIn } from "../terraform/resources";
import type { AzureVirtualNetwork } from "./azure-virtual-network";
import { deployer, deployerSubscription } from "./deployer";

/** A virtual network with nothing left open: a value that it does not have itself is the deployer's. */
export interface ResolvedNetwork {
  readonly id: string;
  readonly name: string;
  readonly resourceGroupName: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  /** Whether the network itself names its tenant. */
  readonly namesTenant: boolean;
  readonly location?: string;
  readonly addressSpaces?: string[];
  /** An id that only Terraform can compare with the names. */
  readonly unknownId?: string;
  /** Its resource or data source, in the configuration of the stack that it is resolved for. */
  readonly address?: string;
  /** The deployer's provider for what is made at the network; absent for the stack's default one. */
  readonly provider?: TerraformProvider;
}

/** What completes "missing, give …". */
export const A_VIRTUAL_NETWORK =
  "what AzureVirtualNetwork.fromResource, fromDataSource, fromId or fromAttributes returns";

/** Resolves each virtual network of a construct once; whoever needs a fact of it is given the result. */
export class NetworkResolver {
  /**
   * @param scope whose networks they are
   * @param provider the deployer in Azure, where that is not the stack's default provider
   */
  constructor(
    private readonly scope: Construct,
    private readonly provider?: TerraformProvider,
  ) {}

  public resolve(virtualNetwork: AzureVirtualNetwork): ResolvedNetwork {
    requireInstance(this.scope, "virtualNetwork", virtualNetwork, "AzureVirtualNetwork", A_VIRTUAL_NETWORK);
    const { name, resourceGroupName, location, addressSpaces } = virtualNetwork;
    const own = virtualNetwork._providerIn(this.scope);
    const owner = () => deployer(this.scope, own ?? this.provider);
    const subscriptionId =
      virtualNetwork._subscriptionIn(this.scope) ?? deployerSubscription(this.scope, own ?? this.provider);
    return {
      id: virtualNetwork.id ?? virtualNetwork._idIn(subscriptionId),
      name,
      resourceGroupName,
      subscriptionId,
      tenantId: virtualNetwork.tenantId ?? owner().tenantId,
      namesTenant: virtualNetwork.tenantId !== undefined,
      location,
      addressSpaces,
      unknownId: virtualNetwork._unknownId,
      address: addressIn(this.scope, virtualNetwork._element),
      provider: this.provider ?? own,
    };
  }
}
