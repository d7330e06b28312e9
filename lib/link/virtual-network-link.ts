import type { VirtualNetworkPeering } from "@cdktf/provider-azurerm/lib/virtual-network-peering";
import type { Precondition } from "cdktf";
import { Construct } from "constructs";
import { VirtualNetworkAccess } from "../access/virtual-network-access";
import type { AivenVpc } from "../vpc/aiven-vpc";
import type { AzureVirtualNetwork } from "../network/azure-virtual-network";
import type { AzureVpcPeeringConnection } from "../provider-aiven/azure-vpc-peering-connection";
import { type Answer, createAivenHalf } from "./aiven-half";
import { createAzureHalf } from "./azure-half";
import { checkHealth } from "./health-check";
import { checkLink } from "./link-checks";
import type { VirtualNetworkLinkOptions } from "./link-options";
import { peeredNetwork } from "../network/resolved-network";
import type { PeeredSubscription } from "./peered-subscription";

/**
 * Properties of `VirtualNetworkLink`.
 */
export interface VirtualNetworkLinkProps extends VirtualNetworkLinkOptions {
  /** The Aiven side. */
  readonly vpc: AivenVpc;

  /** The Azure side. */
  readonly virtualNetwork: AzureVirtualNetwork;

  /** The subscription of the virtual network: who peers there, and what they may do. */
  readonly subscription: PeeredSubscription;
}

/**
 * The two halves of one peering: Aiven's connection, and Azure's virtual network peering in answer to it.
 */
export class VirtualNetworkLink extends Construct {
  /** The Aiven half; absent where `connected` is false. */
  public readonly connection?: AzureVpcPeeringConnection;

  /** The Azure half; absent where `connected` is false. */
  public readonly virtualNetworkPeering?: VirtualNetworkPeering;

  /** What both sides may do on the virtual network. */
  public readonly access: VirtualNetworkAccess;

  /** @internal */
  public readonly _preconditions: Precondition[];

  /** @internal */
  public readonly _answer?: Answer;

  /**
   * @param scope the construct it belongs to
   * @param id its id there
   * @param props the two networks, and who joins them
   * @throws if a literal name, id or duration is not allowed, or the ranges overlap
   */
  constructor(scope: Construct, id: string, props: VirtualNetworkLinkProps) {
    super(scope, id);
    const { virtualNetwork, subscription } = props;
    const providers = subscription._providers;
    const network = peeredNetwork(subscription, virtualNetwork, providers?.azurerm);
    this._preconditions = checkLink(props);

    this.access = new VirtualNetworkAccess(this, "access", {
      virtualNetworkId: network.id,
      identity: subscription.identity,
      roles: subscription.roles,
      propagation: props.propagation?.roleAssignments,
      providers,
    });
    const provider = subscription._admit(this, virtualNetwork.name, network.tenantId);
    if (props.connected === false) return;

    const { connection, answer } = createAivenHalf(this, props, network, this.access.clientId, this._preconditions);
    this.connection = connection;
    this._answer = answer;
    this.virtualNetworkPeering = createAzureHalf(this, props, answer, provider);
    if (props.healthCheck ?? true) checkHealth(connection, virtualNetwork.name);
  }

  /**
   * Aiven's state of the connection, `ACTIVE` once traffic can flow; Terraform reads it anew at every plan. `DISCONNECTED` where
   * `connected` is false.
   */
  public get state(): string {
    return this.connection?.state ?? "DISCONNECTED";
  }

  /** The tenant of Aiven's network, a UUID, as Aiven told it when the connection was made; empty where `connected` is false. */
  public get aivenTenantId(): string {
    return this._answer?.aivenTenantId ?? "";
  }

  /**
   * The ARM id of Aiven's network, as Aiven told it when the connection was made, or as it was given; empty where `connected` is false.
   */
  public get remoteVirtualNetworkId(): string {
    return this._answer?.networkId ?? "";
  }

  /**
   * The id of the Aiven half, `<project>/<vpc>/<subscription>/<virtual network>`; empty where `connected` is false.
   */
  public get connectionId(): string {
    return this.connection?.id ?? "";
  }

  /** The ARM id of the Azure half; empty where `connected` is false. */
  public get virtualNetworkPeeringId(): string {
    return this.virtualNetworkPeering?.id ?? "";
  }
}
