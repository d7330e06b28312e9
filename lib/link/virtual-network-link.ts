import type { AzureVpcPeeringConnection } from "cdktf-provider-aiven/lib/azure-vpc-peering-connection";
import { Construct } from "constructs";
import { VirtualNetworkAccessSource } from "../access/access-source";
import { VirtualNetworkAccess } from "../access/virtual-network-access";
import type { PeeringIdentity } from "../identity/peering-identity";
import type { ResolvedNetwork } from "../network/resolved-network";
import { addressOf } from "../terraform/address";
import { expressionOf } from "../terraform/key-of";
import { nameKey, tellApart } from "../terraform/name-key";
import type { PeeringProviders } from "../terraform/providers";
import { watchDependencies } from "../validation/dependencies";
import type { AivenVpc } from "../vpc/aiven-vpc";
import { type Answer, createAivenHalf } from "./aiven-half";
import type { AzureHalf } from "./azure-half";
import type { DistinctNetworks } from "./distinct-networks";
import { AZURE_HALVES } from "./azure-half-makers";
import { AzureHalfProvider } from "./azure-half-provider";
import { checkHealth } from "./health-check";
import { checkImport } from "./import-checks";
import { checkLink } from "./link-checks";
import type { VirtualNetworkLinkOptions } from "./link-options";
import type { PeeredSubscription } from "./peered-subscription";
import type { IVirtualNetworkLink } from "./virtual-network-link-interface";

export interface VirtualNetworkLinkProps {
  /** The Aiven side. */
  readonly vpc: AivenVpc;
  /** The Azure side. */
  readonly network: ResolvedNetwork;
  readonly identity: PeeringIdentity;
  /** What it shares with the other links of its subscription. */
  readonly subscription: PeeredSubscription;
  readonly options: VirtualNetworkLinkOptions;
  /** The networks that are peered with the same VPC. */
  readonly distinct: DistinctNetworks;
  readonly providers?: PeeringProviders;
}

/** The two halves of one peering: Aiven's connection, and Azure's virtual network peering in answer to it. */
export class VirtualNetworkLink extends Construct implements IVirtualNetworkLink {
  public readonly connected: boolean;
  private readonly connection?: AzureVpcPeeringConnection;
  private readonly answer?: Answer;
  private readonly azureHalf?: AzureHalf;
  private readonly access: VirtualNetworkAccess;

  constructor(scope: Construct, id: string, props: VirtualNetworkLinkProps) {
    super(scope, id);
    tellApart(this);
    watchDependencies(this);
    const { options, network, identity, subscription, providers } = props;
    const preconditions = checkLink(this, props);
    checkImport(this, { identity, options, hasGivenRoles: subscription.hasGivenRoles });
    this.connected = options.connected ?? true;

    this.access = this.createAccess(props);
    const maker = AZURE_HALVES[options.azureHalf ?? AzureHalfProvider.AZURERM];
    const provider = subscription.applicationProvider(maker);
    if (!this.connected) return;

    const { connection, answer } = createAivenHalf(this, {
      vpcId: props.vpc.id,
      network,
      options,
      clientId: this.access.clientId,
      aivenTenantId: identity._aiven.applicationTenantId,
      preconditions,
      aiven: providers?.aiven,
      time: providers?.time,
    });
    this.connection = connection;
    this.answer = answer;
    subscription.waitFor(answer);
    const name = options.peeringName ?? `aiven-${nameKey(this, `peerings of ${expressionOf(this, network.id)}`)}`;
    this.azureHalf = maker.createHalf(this, { name, network, options, answer, provider });
    if (options.healthCheck ?? true) {
      const again = maker.again(addressOf(connection));
      checkHealth(this, { connection, azureHalf: this.azureHalf, again, name: network.name });
    }
  }

  public get fqn(): string {
    return (this.azureHalf?.resource ?? this.access.wait).fqn;
  }

  public get state(): string {
    return this.connection?.state ?? "DISCONNECTED";
  }

  public get aivenTenantId(): string {
    return this.answer?.aivenTenantId ?? "";
  }

  public get remoteVirtualNetworkId(): string {
    return this.answer?.networkId ?? "";
  }

  public get connectionId(): string {
    return this.connection?.id ?? "";
  }

  public get virtualNetworkPeeringId(): string {
    return this.azureHalf?.id ?? "";
  }

  public get azurePeeringState(): string {
    return this.azureHalf?.state ?? "";
  }

  public get azurePeeringSyncLevel(): string {
    return this.azureHalf?.syncLevel ?? "";
  }

  private createAccess(props: VirtualNetworkLinkProps): VirtualNetworkAccess {
    const { network, identity, subscription, options, providers } = props;
    subscription.requireTenant(this, network.tenantId);
    const together = props.distinct.add(this, network);
    return new VirtualNetworkAccess(this, "access", {
      virtualNetworkId: network.id,
      clientId: identity.clientId,
      application: { objectId: identity.servicePrincipalObjectId, key: identity.node.path },
      aiven: { objectId: identity.aivenServicePrincipalObjectId, key: "aiven" },
      roles:
        options.access === VirtualNetworkAccessSource.EXISTING
          ? undefined
          : subscription.rolesFor(this, options.roleNames),
      prerequisites: identity._prerequisites(this),
      propagation: options.propagation?.roleAssignments,
      preconditions: together.length > 0 ? together : undefined,
      azurerm: network.provider,
      time: providers?.time,
    });
  }
}
