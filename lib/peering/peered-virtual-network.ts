import type { ITerraformDependable, Precondition, TerraformProvider, TerraformResource } from "cdktf";
import type { AzureVpcPeeringConnection } from "cdktf-provider-aiven/lib/azure-vpc-peering-connection";
import type { Construct, IConstruct } from "constructs";
import { PeeringAccess, validateAccess } from "../access/peering-access";
import { VirtualNetworkAccess } from "../access/virtual-network-access";
import { refuseLookUpBeforeCreation } from "../identity/aiven-service-principal";
import type { PeeringIdentity } from "../identity/peering-identity";
import type { ResolvedNetwork } from "../network/resolved-network";
import { PeeringConstruct } from "../terraform/construct";
import { expressionOf, nameKey } from "../terraform/keys";
import type { PeeredVirtualNetworkFacts } from "../terraform/manifest";
import type { PeeringProviders } from "../terraform/providers";
import { mark } from "../terraform/recognition";
import { addressOf } from "../terraform/resources";
import type { AivenVpc } from "../vpc/aiven-vpc";
import { AZAPI_PEERING } from "./azapi-peering";
import type { AzurePeering, AzurePeeringImplementation } from "./azure-peering";
import { AZURERM_PEERING } from "./azurerm-peering";
import { createConnection, type StateInfo } from "./connection";
import type { DistinctNetworks } from "./distinct-networks";
import { checkHealth } from "./health-check";
import type { PeeredSubscription } from "./peered-subscription";
import { AzurePeeringProvider, type PeeredVirtualNetworkOptions } from "./peered-virtual-network-options";
import { refuseSameName, validateImport, validatePeeredVirtualNetwork } from "./peered-virtual-network-validation";

/**
 * A virtual network that is peered with the Aiven VPC: Aiven's peering connection, and Azure's virtual network peering.
 *
 * A resource that must wait for the peering names it in `dependsOn`, also while `connected` is false.
 */
export interface IPeeredVirtualNetwork extends IConstruct, ITerraformDependable {
  /** Whether the two sides exist. */
  readonly connected: boolean;

  /** Aiven's peering connection, for what has no option here; absent where `connected` is false. */
  readonly connection?: TerraformResource;

  /**
   * Azure's virtual network peering, an `azurerm_virtual_network_peering` or an `azapi_resource`, for what has no option here; absent where
   * `connected` is false.
   */
  readonly azurePeering?: TerraformResource;

  /**
   * Aiven's state of the connection, `ACTIVE` once traffic can flow; Terraform reads it again in every plan. `DISCONNECTED` where
   * `connected` is false.
   */
  readonly state: string;

  /** The tenant of Aiven's network, a UUID, as Aiven returned it when the connection was created; empty where `connected` is false. */
  readonly aivenTenantId: string;

  /**
   * The ARM id of Aiven's network, as Aiven returned it when the connection was created, or as it was given; empty where `connected` is false.
   */
  readonly remoteVirtualNetworkId: string;

  /**
   * The id of Aiven's connection, `<project>/<vpc>/<subscription>/<virtual network>`; empty where `connected` is false.
   */
  readonly connectionId: string;

  /** The ARM id of Azure's peering; empty where `connected` is false. */
  readonly azurePeeringId: string;

  /**
   * Azure's state of its peering, `Connected` once traffic can flow, as Terraform last read it. Empty through azurerm, which does not show it,
   * and where `connected` is false.
   */
  readonly azurePeeringState: string;

  /**
   * Whether each side knows the other network's address ranges as they are now: `FullyInSync`, or `LocalNotInSync`, `RemoteNotInSync` or
   * `LocalAndRemoteNotInSync` after a range was added. Empty through azurerm, which does not show it, and where `connected` is false.
   */
  readonly azurePeeringSyncLevel: string;
}

export interface PeeredVirtualNetworkProps {
  /** The Aiven side. */
  readonly vpc: AivenVpc;
  /** The Azure side. */
  readonly network: ResolvedNetwork;
  readonly identity: PeeringIdentity;
  /** What it shares with the other networks of its subscription. */
  readonly subscription: PeeredSubscription;
  readonly options: PeeredVirtualNetworkOptions;
  /** The networks that are peered with the same VPC. */
  readonly distinct: DistinctNetworks;
  readonly providers?: PeeringProviders;
}

/** Creates the two sides of one peering. */
export class PeeredVirtualNetwork extends PeeringConstruct implements IPeeredVirtualNetwork {
  public readonly connected: boolean;
  public readonly connection?: AzureVpcPeeringConnection;
  private readonly stateInfo?: StateInfo;
  private readonly azure?: AzurePeering;
  private readonly access: VirtualNetworkAccess;
  private readonly provider: TerraformProvider;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: PeeredVirtualNetworkProps,
  ) {
    super(scope, id);
    mark(this, "PeeredVirtualNetwork");
    const { options, network, identity, subscription, providers } = props;
    const preconditions = validatePeeredVirtualNetwork(this, props);
    validateImport(this, { identity, options });
    this.connected = options.connected ?? true;

    const implementation = IMPLEMENTATIONS[options.azurePeeringProvider ?? AzurePeeringProvider.AZURERM];
    implementation.validate(this, this.connected ? network : undefined, identity);
    identity._refuseChanging(this);
    refuseLookUpBeforeCreation(this, identity, identity._aiven);
    const name = options.peeringName ?? `aiven-${nameKey(this, `peerings of ${expressionOf(this, network.id)}`)}`;
    if (this.connected) refuseSameName(this, network, name);
    this.access = this.createAccess(props, subscription.grantSignIn(this, implementation));
    identity._isAwaitedBy(this.access.wait);
    this.provider = subscription.applicationProvider(implementation);
    if (!this.connected) return;

    const { connection, stateInfo } = createConnection(this, {
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
    this.stateInfo = stateInfo;
    subscription.waitFor(stateInfo);
    this.azure = implementation.createPeering(this, { name, network, options, stateInfo, provider: this.provider });
    if (options.healthCheck ?? true) {
      const recreate = implementation.recreate(addressOf(connection));
      const wait = options.importExisting ? undefined : stateInfo.wait;
      checkHealth(this, { connection, azurePeering: this.azure, wait, recreate, name: network.name });
    }
  }

  public get fqn(): string {
    return (this.azure?.resource ?? this.access.wait).fqn;
  }

  public get azurePeering(): TerraformResource | undefined {
    return this.azure?.resource;
  }

  public get state(): string {
    return this.connection?.state ?? "DISCONNECTED";
  }

  public get aivenTenantId(): string {
    return this.stateInfo?.aivenTenantId ?? "";
  }

  public get remoteVirtualNetworkId(): string {
    return this.stateInfo?.networkId ?? "";
  }

  public get connectionId(): string {
    return this.connection?.id ?? "";
  }

  public get azurePeeringId(): string {
    return this.azure?.id ?? "";
  }

  public get azurePeeringState(): string {
    return this.azure?.state ?? "";
  }

  public get azurePeeringSyncLevel(): string {
    return this.azure?.syncLevel ?? "";
  }

  /**
   * The range of the VPC that it is peered with, where known.
   *
   * @internal
   */
  public get _networkCidr(): string | undefined {
    return this.props.vpc.networkCidr;
  }

  /** @internal */
  public override _lastToExist(): readonly ITerraformDependable[] {
    return [this];
  }

  /**
   * What the peering with this network is made of.
   *
   * @internal
   */
  public _facts(): PeeredVirtualNetworkFacts {
    const { network, options } = this.props;
    const { azure, connection } = this;
    const { id, name, resourceGroupName, subscriptionId, tenantId, location, addressSpaces, address } = network;
    return {
      network: { id, name, resourceGroupName, subscriptionId, tenantId, location, addressSpaces, address },
      connected: this.connected,
      importExisting: options.importExisting ?? false,
      connection: connection && addressOf(connection),
      azurePeering: azure && { address: addressOf(azure.resource), name: azure.name },
      azurePeeringProvider: options.azurePeeringProvider ?? AzurePeeringProvider.AZURERM,
      provider: this.provider.fqn,
      access: this.access.facts(),
    };
  }

  private createAccess(props: PeeredVirtualNetworkProps, ofSignIn: readonly Precondition[]): VirtualNetworkAccess {
    const { network, identity, subscription, options, providers } = props;
    if (network.namesTenant) subscription.requireTenant(this, network.tenantId);
    const { access = PeeringAccess.create() } = options;
    const preconditions = [
      ...validateAccess(this, options.access, network.id),
      ...ofSignIn,
      ...props.distinct.add(this, network),
    ];
    return new VirtualNetworkAccess(this, "access", {
      virtualNetworkId: network.id,
      clientId: identity.clientId,
      application: { objectId: identity.servicePrincipalObjectId, key: identity.node.path },
      aiven: { objectId: identity.aivenServicePrincipalObjectId, key: "aiven" },
      roles: access._isAssigned ? subscription.rolesFor(this, access) : undefined,
      prerequisites: identity._prerequisites(this),
      propagation: options.propagation?.roleAssignments,
      preconditions: preconditions.length > 0 ? preconditions : undefined,
      azurerm: network.provider,
      time: providers?.time,
    });
  }
}

const IMPLEMENTATIONS: Readonly<Record<AzurePeeringProvider, AzurePeeringImplementation>> = {
  [AzurePeeringProvider.AZURERM]: AZURERM_PEERING,
  [AzurePeeringProvider.AZAPI]: AZAPI_PEERING,
};
