import { Annotations, type ITerraformDependable, TerraformStack } from "cdktf";
import type { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import type { Construct } from "constructs";
import type { AivenAzurePeeringProps } from "./aiven-azure-peering-props";
import { validateAddition, validatePeering } from "./aiven-azure-peering-validation";
import { PeeringApplication } from "./identity/peering-application";
import type { PeeringIdentity } from "./identity/peering-identity";
import type { AzureVirtualNetwork } from "./network/azure-virtual-network";
import { NetworkResolver, type ResolvedNetwork } from "./network/resolved-network";
import { DistinctNetworks } from "./peering/distinct-networks";
import { PeeredSubscription } from "./peering/peered-subscription";
import { type IPeeredVirtualNetwork, PeeredVirtualNetwork } from "./peering/peered-virtual-network";
import type { PeeredVirtualNetworkOptions } from "./peering/peered-virtual-network-options";
import { PeeringConstruct } from "./terraform/construct";
import { keyOf, nameKey } from "./terraform/keys";
import { Manifest, type PeeringFacts } from "./terraform/manifest";
import { addressIn } from "./terraform/resources";
import type { AivenVpc } from "./vpc/aiven-vpc";
import { createVpc } from "./vpc/create-vpc";
import { refuseReplacement } from "./vpc/vpc-replacement";

/**
 * Peers an Aiven VPC with Azure virtual networks, so that Aiven services are reached privately.
 *
 * A resource that must wait until the first virtual network is peered names the construct in `dependsOn`; `virtualNetworks` stands for all of
 * them.
 */
export class AivenAzurePeering extends PeeringConstruct implements ITerraformDependable {
  /** The id of the Aiven VPC, `<project>/<uuid>`; a service is put into the VPC by it. */
  public readonly vpcId: string;

  /** The Aiven VPC. */
  public readonly vpc: AivenVpc;

  /** Who peers. */
  public readonly identity: PeeringIdentity;

  /** The virtual network of the properties, as it is peered. */
  public readonly virtualNetwork: IPeeredVirtualNetwork;

  private readonly peered: PeeredVirtualNetwork[] = [];
  private readonly networks: NetworkResolver;
  private readonly distinct = new DistinctNetworks();
  private readonly subscriptions = new Map<string, PeeredSubscription>();

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
    validatePeering(this, props);
    const { azurerm, aiven: provider } = props.providers ?? {};
    this.networks = new NetworkResolver(this, azurerm);
    const network = this.networks.resolve(props.virtualNetwork);

    this.vpc =
      props.vpc ??
      createVpc(this, "vpc", { location: network.location, timeout: props.vpcTimeout, provider, ...vpcOf(props) });
    this.vpcId = this.vpc.id;
    this.identity = props.identity ?? this.createIdentity(network);
    this.virtualNetwork = this.peer("virtual-network", network, props);
    this.announceFirstPlan();
    new Manifest(this, () => this.facts());
  }

  /**
   * Peers one more virtual network with the same VPC, by the same identity. Networks of one subscription share the roles and the
   * provider of the peering application.
   *
   * @param id the id of the peered network among this construct's children; changing it replaces the peering
   * @param virtualNetwork the Azure side
   * @param options how it is peered. An option that is not given is as in the construct's properties for `azurePeeringProvider`,
   * `migrateFrom`, `access`, `healthCheck`, and each member of `propagation` and `timeouts`
   * @throws if a literal value is not allowed, the id is used already, a virtual network of that name in that subscription or with addresses
   * in common is peered already, or the VPC has 128 connections, Aiven's limit
   */
  public addVirtualNetwork(
    id: string,
    virtualNetwork: AzureVirtualNetwork,
    options: PeeredVirtualNetworkOptions = {},
  ): IPeeredVirtualNetwork {
    validateAddition(this, id, options, this.peered.length);
    return this.peer(id, this.networks.resolve(virtualNetwork), options);
  }

  /** All virtual networks that are peered, the one of the properties first. */
  public get virtualNetworks(): IPeeredVirtualNetwork[] {
    return [...this.peered];
  }

  /**
   * Aiven's state of the first connection, `ACTIVE` once traffic can flow; Terraform reads it again in every plan. `DISCONNECTED` where
   * `connected` is false.
   */
  public get state(): string {
    return this.virtualNetwork.state;
  }

  /**
   * What `dependsOn: [peering]` waits for: Azure's peering of the first virtual network, or what comes before it where `connected` is false. Use
   * `virtualNetworks` for all of them.
   */
  public get fqn(): string {
    return this.virtualNetwork.fqn;
  }

  /** @internal */
  public override _lastToExist(): readonly ITerraformDependable[] {
    return this.peered;
  }

  private facts(): PeeringFacts {
    const { vpc, identity, props } = this;
    const { aiven, azuread, azurerm } = props.providers ?? {};
    return {
      stack: TerraformStack.of(this).node.id,
      providers: {
        aiven: aiven?.fqn ?? "aiven",
        azuread: azuread?.fqn ?? "azuread",
        azurerm: azurerm?.fqn ?? "azurerm",
      },
      vpc: { id: vpc.id, address: addressIn(this, vpc._element), networkCidr: vpc.networkCidr },
      identity: identity._facts(),
      aivenServicePrincipal: identity._aiven.facts,
      virtualNetworks: Object.fromEntries(this.peered.map((peered) => [peered.node.path, peered._facts()])),
    };
  }

  private createIdentity(network: ResolvedNetwork): PeeringIdentity {
    const { providers } = this.props;
    return new PeeringApplication(this, "identity", {
      // The network waits for all of it at once, beside the creation of the VPC.
      propagation: "0s",
      providers: { ...providers, azurerm: network.provider },
    });
  }

  private peer(id: string, network: ResolvedNetwork, options: PeeredVirtualNetworkOptions): IPeeredVirtualNetwork {
    const { props, vpc, identity } = this;
    const key = keyOf(this, network.subscriptionId);
    const isFirstOfSubscription = !this.subscriptions.has(key);
    try {
      const peered = new PeeredVirtualNetwork(this, id, {
        vpc,
        network,
        identity,
        subscription: this.subscription(key, network),
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
      this.peered.push(peered);
      if (peered.connected) this.refuseReplacement();
      return peered;
    } catch (error) {
      // What is refused leaves nothing behind, should the app go on without it.
      this.node.tryRemoveChild(id);
      if (isFirstOfSubscription) this.removeSubscription(key);
      throw error;
    }
  }

  /** Refuses a plan that replaces the VPC, as soon as a network is connected to it. */
  private refuseReplacement(): void {
    if (
      this.props.vpc !== undefined ||
      this.peered.some((each, index) => each.connected && index < this.peered.length - 1)
    )
      return;
    refuseReplacement(this, this.vpc._element as ProjectVpc);
  }

  private removeSubscription(key: string): void {
    const subscription = this.subscriptions.get(key);
    if (subscription === undefined) return;
    this.subscriptions.delete(key);
    this.node.tryRemoveChild(subscription.node.id);
  }

  private subscription(key: string, { subscriptionId, tenantId, provider }: ResolvedNetwork): PeeredSubscription {
    const known = this.subscriptions.get(key);
    if (known) return known;
    // The first one keeps its id whatever its subscription is.
    const id = this.subscriptions.size === 0 ? "subscription" : `subscription-${key}`;
    const subscription = new PeeredSubscription(this, id, {
      subscriptionId,
      tenantId,
      identity: this.identity,
      nameKey: nameKey(this, "peerings"),
      azurerm: provider,
    });
    this.subscriptions.set(key, subscription);
    return subscription;
  }

  /** Says what the default asks of the deployer; whoever has chosen a provider has read it there. */
  private announceFirstPlan(): void {
    if (this.props.azurePeeringProvider !== undefined || this.identity._knownAtFirstPlan(this)) return;
    Annotations.of(this).addInfo(
      "the first plan needs a deployer who is signed in with the Azure CLI or a managed identity; a service principal needs " +
        "azurePeeringProvider: AzurePeeringProvider.AZAPI",
    );
  }
}

const vpcOf = ({ project, networkCidr, cloudName }: AivenAzurePeeringProps) => ({ project, networkCidr, cloudName });
