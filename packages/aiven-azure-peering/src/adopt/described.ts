/** A stack that would describe what exists, in the words of the construct. */
export interface DescribedStack {
  readonly tenantId: string;
  /** The subscription of the first network. */
  readonly subscriptionId: string;
  /** One for each application: a construct has one identity. */
  readonly peerings: readonly DescribedPeering[];
}

/** An Aiven VPC, an application, and the networks that it has peered. */
export interface DescribedPeering {
  /** `<project>/<uuid>` */
  readonly vpcId: string;
  readonly clientId: string;
  readonly credential: DescribedCredential;
  readonly azurePeeringProvider: "azurerm" | "azapi";
  readonly networks: readonly DescribedNetwork[];
}

/** What the application signs in with: a secret, which a variable of Terraform hands over, or a token of the pipeline. */
export type DescribedCredential =
  { readonly kind: "secret"; readonly variable: string } | { readonly kind: "federated" };

/** A virtual network that is peered. */
export interface DescribedNetwork {
  /** In the case in which Azure has it. */
  readonly virtualNetworkId: string;
  readonly networkName: string;
  readonly peeringName: string;
  readonly remoteVirtualNetworkId: string;
  readonly allowVirtualNetworkAccess: boolean;
  readonly allowForwardedTraffic: boolean;
  readonly allowGatewayTransit: boolean;
}
