import type { ITerraformDependable } from "cdktf";
import type { AzureVpcPeeringConnection } from "cdktf-provider-aiven/lib/azure-vpc-peering-connection";
import { Construct, type IConstruct } from "constructs";
import { VirtualNetworkAccessSource } from "../access/peering-access";
import { VirtualNetworkAccess } from "../access/virtual-network-access";
import type { PeeringIdentity } from "../identity/peering-identity";
import type { ResolvedNetwork } from "../network/resolved-network";
import { expressionOf, nameKey, includeInNameKey } from "../terraform/keys";
import type { PeeringProviders } from "../terraform/providers";
import { addressOf } from "../terraform/resources";
import { watchDependencies } from "../validation/dependencies";
import type { AivenVpc } from "../vpc/aiven-vpc";
import { AZAPI_PEERING } from "./azapi-peering";
import { type AzurePeering, type AzurePeeringImplementation } from "./azure-peering";
import { AzurePeeringProvider } from "./peered-virtual-network-options";
import { AZURERM_PEERING } from "./azurerm-peering";
import { type StateInfo, createConnection } from "./connection";
import type { DistinctNetworks } from "./distinct-networks";
import { checkHealth } from "./health-check";
import type { PeeredSubscription } from "./peered-subscription";
import type { PeeredVirtualNetworkOptions } from "./peered-virtual-network-options";
import { checkImport, checkLink } from "./peered-virtual-network-validation";

/**
 * The two sides of one peering: Aiven's connection, and Azure's virtual network peering in answer to it.
 *
 * What must wait for the peering names it in `dependsOn`; that holds while `connected` is false too. Its resources are among its children
 * (`node.findChild("connection")`), for what has no option here.
 */
export interface IPeeredVirtualNetwork extends IConstruct, ITerraformDependable {
  /** Whether the two sides exist. */
  readonly connected: boolean;

  /**
   * Aiven's state of the connection, `ACTIVE` once traffic can flow; Terraform reads it again in every plan. `DISCONNECTED` where
   * `connected` is false.
   */
  readonly state: string;

  /** The tenant of Aiven's network, a UUID, as Aiven said it when the connection was created; empty where `connected` is false. */
  readonly aivenTenantId: string;

  /**
   * The ARM id of Aiven's network, as Aiven said it when the connection was created, or as it was given; empty where `connected` is false.
   */
  readonly remoteVirtualNetworkId: string;

  /**
   * The id of the Aiven connection, `<project>/<vpc>/<subscription>/<virtual network>`; empty where `connected` is false.
   */
  readonly connectionId: string;

  /** The ARM id of the Azure peering; empty where `connected` is false. */
  readonly azurePeeringId: string;

  /**
   * Azure's state of its half, `Connected` once traffic can flow, as Terraform last read it. Empty through azurerm, which does not show it,
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
  /** What it shares with the other links of its subscription. */
  readonly subscription: PeeredSubscription;
  readonly options: PeeredVirtualNetworkOptions;
  /** The networks that are peered with the same VPC. */
  readonly distinct: DistinctNetworks;
  readonly providers?: PeeringProviders;
}

/** The two sides of one peering: Aiven's connection, and Azure's virtual network peering in answer to it. */
export class PeeredVirtualNetwork extends Construct implements IPeeredVirtualNetwork {
  public readonly connected: boolean;
  private readonly connection?: AzureVpcPeeringConnection;
  private readonly stateInfo?: StateInfo;
  private readonly azurePeering?: AzurePeering;
  private readonly access: VirtualNetworkAccess;

  constructor(scope: Construct, id: string, props: PeeredVirtualNetworkProps) {
    super(scope, id);
    includeInNameKey(this);
    watchDependencies(this);
    const { options, network, identity, subscription, providers } = props;
    const preconditions = checkLink(this, props);
    checkImport(this, { identity, options, hasGivenRoles: subscription.hasGivenRoles });
    this.connected = options.connected ?? true;

    this.access = this.createAccess(props);
    const maker = AZURE_PEERING_IMPLEMENTATIONS[options.azurePeeringProvider ?? AzurePeeringProvider.AZURERM];
    const provider = subscription.applicationProvider(maker);
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
    const name = options.peeringName ?? `aiven-${nameKey(this, `peerings of ${expressionOf(this, network.id)}`)}`;
    this.azurePeering = maker.createPeering(this, { name, network, options, stateInfo, provider });
    if (options.healthCheck ?? true) {
      const again = maker.again(addressOf(connection));
      checkHealth(this, { connection, azurePeering: this.azurePeering, again, name: network.name });
    }
  }

  public get fqn(): string {
    return (this.azurePeering?.resource ?? this.access.wait).fqn;
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
    return this.azurePeering?.id ?? "";
  }

  public get azurePeeringState(): string {
    return this.azurePeering?.state ?? "";
  }

  public get azurePeeringSyncLevel(): string {
    return this.azurePeering?.syncLevel ?? "";
  }

  private createAccess(props: PeeredVirtualNetworkProps): VirtualNetworkAccess {
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

/** The providers that can create Azure's peering. */
export const AZURE_PEERING_IMPLEMENTATIONS: Readonly<Record<AzurePeeringProvider, AzurePeeringImplementation>> = {
  [AzurePeeringProvider.AZURERM]: AZURERM_PEERING,
  [AzurePeeringProvider.AZAPI]: AZAPI_PEERING,
};
