import { Annotations, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { AivenVpc } from "./vpc/aiven-vpc";
import type { AivenAzurePeeringProps } from "./aiven-azure-peering-props";
import type { AzureVirtualNetwork } from "./network/azure-virtual-network";
import { PeeringApplication } from "./identity/peering-application";
import type { PeeringIdentity } from "./identity/peering-identity";
import type { VirtualNetworkLinkOptions } from "./link/link-options";
import { peeredNetwork } from "./network/resolved-network";
import { PeeredSubscription } from "./link/peered-subscription";
import { VirtualNetworkLink } from "./link/virtual-network-link";
import { keyOf } from "./terraform/key-of";
import { createVpc } from "./vpc/create-vpc";

/** https://aiven.io/docs/platform/concepts/vpc-peering */
const MAX_CONNECTIONS = 128;

/**
 * Peers an Aiven VPC with Azure virtual networks, so that Aiven services are reached privately.
 */
export class AivenAzurePeering extends Construct {
  /** The id of the Aiven VPC, `<project>/<uuid>`; a service is put into the VPC by it. */
  public readonly vpcId: string;

  /** Who peers. */
  public readonly identity: PeeringIdentity;

  /** The link to the virtual network of the properties. */
  public readonly link: VirtualNetworkLink;

  private readonly props: AivenAzurePeeringProps;
  private readonly vpc: AivenVpc;
  private readonly subscriptions = new Map<string, PeeredSubscription>();
  private connections = 0;

  /**
   * @param scope the stack or construct it belongs to
   * @param id its id there
   * @param props the two sides, and how they are joined
   * @throws if a literal value is not allowed, or the VPC is described twice or not at all
   */
  constructor(scope: Construct, id: string, props: AivenAzurePeeringProps) {
    super(scope, id);
    this.props = props;
    const network = peeredNetwork(this, props.virtualNetwork, props.providers?.azurerm);

    this.vpc = props.vpc ? existingVpc(props.vpc, props) : createVpc(this, "vpc", props);
    this.vpcId = this.vpc.id;
    this.identity =
      props.identity ??
      new PeeringApplication(this, "identity", {
        subscriptionIds: props.virtualNetwork.subscriptionId ? [network.subscriptionId] : undefined,
        // The link waits for all of it at once, beside the creation of the VPC.
        propagation: "0s",
        providers: props.providers,
      });
    this.link = this.join("link", props.virtualNetwork, props);
    this.announceFirstPlan();
  }

  /**
   * Peers one more virtual network with the same VPC, by the same identity. Networks of one subscription share the roles and the
   * provider of the peering application.
   *
   * @param id the id of the link among this construct's children; changing it replaces the link
   * @param virtualNetwork the Azure side
   * @param options how it is joined
   * @throws if a literal value is not allowed, a virtual network of that name in that subscription is peered already, or the VPC has
   * 128 connections, Aiven's limit
   */
  public addVirtualNetwork(
    id: string,
    virtualNetwork: AzureVirtualNetwork,
    options: VirtualNetworkLinkOptions = {},
  ): VirtualNetworkLink {
    return this.join(id, virtualNetwork, options);
  }

  /** The UUID of the Aiven VPC, without its project. */
  public get projectVpcId(): string {
    return this.vpc.uuid;
  }

  /**
   * Aiven's state of the first connection, `ACTIVE` once traffic can flow; Terraform reads it anew at every plan. `DISCONNECTED` where
   * `connected` is false.
   */
  public get state(): string {
    return this.link.state;
  }

  /** The client id of the application that peers, a UUID. */
  public get applicationClientId(): string {
    return this.identity.clientId;
  }

  /** The object id of that application's service principal, a UUID. */
  public get applicationServicePrincipalObjectId(): string {
    return this.identity.servicePrincipalObjectId;
  }

  /** The object id of Aiven's service principal in the virtual network's tenant, a UUID. */
  public get aivenServicePrincipalObjectId(): string {
    return this.identity.aivenServicePrincipal.objectId;
  }

  /** The tenant of Aiven's network, a UUID; empty where `connected` is false. */
  public get aivenTenantId(): string {
    return this.link.aivenTenantId;
  }

  /** The ARM id of Aiven's network; empty where `connected` is false. */
  public get remoteVirtualNetworkId(): string {
    return this.link.remoteVirtualNetworkId;
  }

  /**
   * The id of the Aiven half of the first peering, `<project>/<vpc>/<subscription>/<virtual network>`; empty where `connected` is false.
   */
  public get connectionId(): string {
    return this.link.connectionId;
  }

  /** The ARM id of the Azure half of the first peering; empty where `connected` is false. */
  public get virtualNetworkPeeringId(): string {
    return this.link.virtualNetworkPeeringId;
  }

  private join(
    id: string,
    virtualNetwork: AzureVirtualNetwork,
    options: VirtualNetworkLinkOptions,
  ): VirtualNetworkLink {
    if (this.connections >= MAX_CONNECTIONS) {
      throw new Error(
        `addVirtualNetwork: "${id}" is one too many, an Aiven VPC takes ${MAX_CONNECTIONS} peering connections; use a second VPC`,
      );
    }
    this.connections += 1;
    return new VirtualNetworkLink(this, id, {
      ...options,
      healthCheck: options.healthCheck ?? this.props.healthCheck,
      propagation: options.propagation ?? this.props.propagation,
      timeouts: options.timeouts ?? this.props.timeouts,
      vpc: this.vpc,
      virtualNetwork,
      subscription: this.subscription(virtualNetwork),
    });
  }

  private subscription(virtualNetwork: AzureVirtualNetwork): PeeredSubscription {
    const { roles, providers } = this.props;
    const { subscriptionId } = peeredNetwork(this, virtualNetwork, providers?.azurerm);
    const key = keyOf(this, subscriptionId);
    const known = this.subscriptions.get(key);
    if (known) return known;
    // The first one keeps its id whatever its subscription is.
    const id = this.subscriptions.size === 0 ? "subscription" : `subscription-${key}`;
    const subscription = new PeeredSubscription(this, id, {
      subscriptionId,
      identity: this.identity,
      roles,
      providers,
    });
    this.subscriptions.set(key, subscription);
    return subscription;
  }

  private announceFirstPlan(): void {
    if (this.identity._knownAtFirstPlan(this)) return;
    Annotations.of(this).addInfo(
      `the peering application is created in this stack (${TerraformStack.of(this).node.id}), so its credentials are unknown to the ` +
        "first plan, which works only while Terraform is signed in with the Azure CLI or a managed identity. As a service principal, " +
        "create the PeeringApplication in a stack of its own and deploy that first (cdktf deploy '*'), or bring an " +
        "ExistingPeeringApplication",
    );
  }
}

function existingVpc(vpc: AivenVpc, props: AivenAzurePeeringProps): AivenVpc {
  for (const property of ["project", "networkCidr", "cloudName"] as const) {
    if (props[property] !== undefined) {
      throw new Error(
        `${property}: "${props[property]}" is not allowed beside vpc, which exists already; give one or the other`,
      );
    }
  }
  return vpc;
}
