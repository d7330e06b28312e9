import { Annotations, type ITerraformDependable, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { AivenAzurePeeringProps } from "./aiven-azure-peering-props";
import { checkAddition, checkPeering } from "./aiven-azure-peering-validation";
import { PeeringApplication } from "./identity/peering-application";
import type { PeeringIdentity } from "./identity/peering-identity";
import { AzurePeeringProvider } from "./peering/peered-virtual-network-options";
import { DistinctNetworks } from "./peering/distinct-networks";
import type { PeeredVirtualNetworkOptions } from "./peering/peered-virtual-network-options";
import { PeeredSubscription } from "./peering/peered-subscription";
import { PeeredVirtualNetwork } from "./peering/peered-virtual-network";
import type { IPeeredVirtualNetwork } from "./peering/peered-virtual-network";
import type { AzureVirtualNetwork } from "./network/azure-virtual-network";
import { NetworkResolver, type ResolvedNetwork } from "./network/resolved-network";
import { keyOf } from "./terraform/keys";
import { nameKey, includeInNameKey } from "./terraform/keys";
import { requireOneCore } from "./validation/framework";
import { watchDependencies } from "./validation/dependencies";
import type { AivenVpc } from "./vpc/aiven-vpc";
import { createVpc } from "./vpc/create-vpc";

/**
 * Peers an Aiven VPC with Azure virtual networks, so that Aiven services are reached privately.
 *
 * What must wait until the first peering exists names the construct in `dependsOn`.
 */
export class AivenAzurePeering extends Construct implements ITerraformDependable {
  /** The id of the Aiven VPC, `<project>/<uuid>`; a service is put into the VPC by it. */
  public readonly vpcId: string;

  /** The Aiven VPC. */
  public readonly vpc: AivenVpc;

  /** Who peers. */
  public readonly identity: PeeringIdentity;

  /** The link to the virtual network of the properties. */
  public readonly virtualNetwork: IPeeredVirtualNetwork;

  private readonly networks: NetworkResolver;
  private readonly distinct = new DistinctNetworks();
  private readonly subscriptions = new Map<string, PeeredSubscription>();
  private connections = 0;

  /**
   * @param scope the stack or construct it belongs to
   * @param id its id there
   * @param props the two sides, and how they are joined
   * @throws if a literal value is not allowed, two values contradict each other, or the VPC is described twice or not at all
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AivenAzurePeeringProps,
  ) {
    super(scope, id);
    requireOneCore(this);
    checkPeering(this, props);
    includeInNameKey(this);
    watchDependencies(this);
    const { azurerm, aiven: provider } = props.providers ?? {};
    this.networks = new NetworkResolver(this, azurerm);
    const network = this.networks.resolve(props.virtualNetwork);

    this.vpc =
      props.vpc ??
      createVpc(this, "vpc", { location: network.location, timeout: props.timeouts?.vpc, provider, ...vpcOf(props) });
    this.vpcId = this.vpc.id;
    this.identity = props.identity ?? this.createIdentity(network);
    this.virtualNetwork = this.join("virtual-network", network, props);
    this.announceFirstPlan();
  }

  /**
   * Peers one more virtual network with the same VPC, by the same identity. Networks of one subscription share the roles and the
   * provider of the peering application.
   *
   * @param id the id of the link among this construct's children; changing it replaces the link
   * @param virtualNetwork the Azure side
   * @param options how it is joined; what is not said is as in the construct's properties for `azurePeeringProvider`,
   * `migrateFrom`, `access`, `healthCheck`, and each
   * member of `propagation` and `timeouts`
   * @throws if a literal value is not allowed, the id is taken, a virtual network of that name in that subscription or with addresses in
   * common is peered already, or the VPC has 128 connections, Aiven's limit
   */
  public addVirtualNetwork(
    id: string,
    virtualNetwork: AzureVirtualNetwork,
    options: PeeredVirtualNetworkOptions = {},
  ): IPeeredVirtualNetwork {
    checkAddition(this, id, options, this.connections);
    return this.join(id, this.networks.resolve(virtualNetwork), options);
  }

  /**
   * Aiven's state of the first connection, `ACTIVE` once traffic can flow; Terraform reads it again in every plan. `DISCONNECTED` where
   * `connected` is false.
   */
  public get state(): string {
    return this.virtualNetwork.state;
  }

  /** What `dependsOn` waits for: Azure's peering of the first peering, or what comes before it where `connected` is false. */
  public get fqn(): string {
    return this.virtualNetwork.fqn;
  }

  private createIdentity(network: ResolvedNetwork): PeeringIdentity {
    const { providers, azurePeeringProvider } = this.props;
    return new PeeringApplication(this, "identity", {
      ...(azurePeeringProvider === AzurePeeringProvider.AZAPI
        ? { grantResourceProviderRead: false }
        : { subscriptionIds: [network.subscriptionId] }),
      // The link waits for all of it at once, beside the creation of the VPC.
      propagation: "0s",
      providers: { ...providers, azurerm: network.provider },
    });
  }

  private join(id: string, network: ResolvedNetwork, options: PeeredVirtualNetworkOptions): IPeeredVirtualNetwork {
    const { props, vpc, identity } = this;
    this.connections += 1;
    return new PeeredVirtualNetwork(this, id, {
      vpc,
      network,
      identity,
      subscription: this.subscription(network),
      options: {
        ...options,
        azurePeeringProvider: options.azurePeeringProvider ?? props.azurePeeringProvider,
        migrateFrom: options.migrateFrom ?? props.migrateFrom,
        access: options.access ?? props.access,
        healthCheck: options.healthCheck ?? props.healthCheck,
        propagation: { ...props.propagation, ...options.propagation },
        timeouts: { ...props.timeouts, ...options.timeouts },
      },
      distinct: this.distinct,
      providers: props.providers,
    });
  }

  private subscription({ subscriptionId, tenantId, provider }: ResolvedNetwork): PeeredSubscription {
    const key = keyOf(this, subscriptionId);
    const known = this.subscriptions.get(key);
    if (known) return known;
    // The first one keeps its id whatever its subscription is.
    const id = this.subscriptions.size === 0 ? "subscription" : `subscription-${key}`;
    const subscription = new PeeredSubscription(this, id, {
      subscriptionId,
      tenantId,
      identity: this.identity,
      roles: this.props.roles,
      roleNames: this.props.roleNames,
      nameKey: nameKey(this, "peerings"),
      azurerm: provider,
    });
    this.subscriptions.set(key, subscription);
    return subscription;
  }

  private announceFirstPlan(): void {
    if (this.props.azurePeeringProvider === AzurePeeringProvider.AZAPI || this.identity._knownAtFirstPlan(this)) return;
    Annotations.of(this).addInfo(
      `the peering application is created in this stack (${TerraformStack.of(this).node.id}), so its credentials are unknown to the ` +
        "first plan, which works only while Terraform is signed in with the Azure CLI or a managed identity. As a service principal, " +
        "give azurePeeringProvider: AzurePeeringProvider.AZAPI, or create the PeeringApplication in a stack of its own and deploy that first " +
        "(cdktf deploy '*'), or bring an ExistingPeeringApplication",
    );
  }
}

const vpcOf = ({ project, networkCidr, cloudName }: AivenAzurePeeringProps) => ({ project, networkCidr, cloudName });
