import { VirtualNetworkPeering } from "@cdktf/provider-azurerm/lib/virtual-network-peering";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import { Fn, type Precondition, propertyAccess, Token } from "cdktf";
import { Construct } from "constructs";
import { VirtualNetworkAccess } from "../access/virtual-network-access";
import type { AivenVpc } from "../aiven-vpc";
import type { AzureVirtualNetwork } from "../azure-virtual-network";
import { DEFAULT_SERVICE_PRINCIPAL_WAIT } from "../propagation";
import { AzureVpcPeeringConnection } from "../provider-aiven/azure-vpc-peering-connection";
import { checkHealth } from "./health-check";
import { inLowerCase } from "./lower-case";
import { checkLink } from "./link-checks";
import type { VirtualNetworkLinkOptions } from "./link-options";
import { peeredNetwork } from "./peered-network";
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
  /** The Aiven half. */
  public readonly connection: AzureVpcPeeringConnection;

  /** The Azure half. */
  public readonly virtualNetworkPeering: VirtualNetworkPeering;

  /** What both sides may do on the virtual network. */
  public readonly access: VirtualNetworkAccess;

  /** The tenant of Aiven's network, a UUID, as Aiven told it when the connection was made. */
  public readonly aivenTenantId: string;

  /** The ARM id of Aiven's network, as Aiven told it when the connection was made, or as it was given. */
  public readonly remoteVirtualNetworkId: string;

  /** @internal */
  public readonly _preconditions: Precondition[];

  /**
   * @param scope the construct it belongs to
   * @param id its id there
   * @param props the two networks, and who joins them
   * @throws if a literal name, id or duration is not allowed, or the ranges overlap
   */
  constructor(scope: Construct, id: string, props: VirtualNetworkLinkProps) {
    super(scope, id);
    const { virtualNetwork, subscription, timeouts } = props;
    const providers = subscription._providers;
    const network = peeredNetwork(subscription, virtualNetwork, providers?.azurerm);
    this._preconditions = checkLink(props);
    subscription._admit(virtualNetwork.name, this);

    this.access = new VirtualNetworkAccess(this, "access", {
      virtualNetworkId: network.id,
      identity: subscription.identity,
      roles: subscription.roles,
      propagation: props.propagation?.roleAssignments,
      providers,
    });

    this.connection = new AzureVpcPeeringConnection(this, "connection", {
      vpcId: props.vpc.id,
      // Aiven knows these in lower case only, and looks them up as they are written.
      azureSubscriptionId: inLowerCase(subscription.subscriptionId),
      peerResourceGroup: inLowerCase(virtualNetwork.resourceGroupName),
      vnetName: inLowerCase(virtualNetwork.name),
      peerAzureAppId: this.access.clientId,
      peerAzureTenantId: inLowerCase(network.tenantId),
      timeouts: timeouts?.connection ? { create: timeouts.connection, delete: timeouts.connection } : undefined,
      lifecycle: { precondition: this._preconditions },
      provider: providers?.aiven,
    });

    const answer = this.keepAnswer(props);
    const kept = (key: string) => Token.asString(propertyAccess(answer.triggers, [key]));
    this.aivenTenantId = kept("to_tenant_id");
    this.remoteVirtualNetworkId = props.remoteVirtualNetworkId ?? kept("to_network_id");
    this.virtualNetworkPeering = new VirtualNetworkPeering(this, "virtual-network-peering", {
      name: props.peeringName ?? `aiven-${this.node.addr.slice(-8)}`,
      resourceGroupName: virtualNetwork.resourceGroupName,
      virtualNetworkName: virtualNetwork.name,
      remoteVirtualNetworkId: this.remoteVirtualNetworkId,
      allowVirtualNetworkAccess: props.allowVirtualNetworkAccess ?? true,
      allowForwardedTraffic: props.allowForwardedTraffic ?? false,
      allowGatewayTransit: props.allowGatewayTransit ?? false,
      useRemoteGateways: props.useRemoteGateways ?? false,
      timeouts: timeouts?.virtualNetworkPeering
        ? { create: timeouts.virtualNetworkPeering, delete: timeouts.virtualNetworkPeering }
        : undefined,
      // Half a peering cannot be joined again (RemotePeeringIsDisconnected), so a new Aiven half needs a new Azure half.
      lifecycle: { replaceTriggeredBy: [`${answer.terraformResourceType}.${answer.friendlyUniqueId}`] },
      provider: subscription._peeringProvider({
        clientId: kept("client_id"),
        tenantId: network.tenantId,
        aivenTenantId: this.aivenTenantId,
      }),
    });

    if (props.healthCheck ?? true) checkHealth(this.connection, virtualNetwork.name);
  }

  /** Aiven's state of the connection, `ACTIVE` once traffic can flow; Terraform reads it anew at every plan. */
  public get state(): string {
    return this.connection.state;
  }

  /** The id of the Aiven half, `<project>/<vpc>/<subscription>/<virtual network>`. */
  public get connectionId(): string {
    return this.connection.id;
  }

  /** The ARM id of the Azure half. */
  public get virtualNetworkPeeringId(): string {
    return this.virtualNetworkPeering.id;
  }

  /**
   * Waits for Aiven's tenant to know the application, and keeps what Aiven answered, which may vanish from the connection once it is
   * ACTIVE. A connection that is made again has an unknown id at plan, which makes a new wait and so a new answer.
   */
  private keepAnswer(props: VirtualNetworkLinkProps): Sleep {
    const told = (key: string) => Token.asString(Fn.try([propertyAccess(this.connection.stateInfo, [key]), ""]));
    const answers: Record<string, string> = { to_tenant_id: told("to-tenant-id") };
    if (props.remoteVirtualNetworkId === undefined) answers.to_network_id = told("to-network-id");

    const address = `${this.connection.terraformResourceType}.${this.connection.friendlyUniqueId}`;
    return new Sleep(this, "answer", {
      createDuration: props.propagation?.servicePrincipal ?? DEFAULT_SERVICE_PRINCIPAL_WAIT,
      triggers: { client_id: this.access.clientId, connection_id: this.connection.id, ...answers },
      lifecycle: {
        ignoreChanges: Object.keys(answers).map((key) => `triggers["${key}"]`),
        postcondition: [
          {
            condition: `\${alltrue([for key in ${JSON.stringify(Object.keys(answers))} : self.triggers[key] != ""])}`,
            errorMessage: `Aiven accepted the peering but did not tell the tenant or the id of its network; run terraform apply -replace='${address}' to ask again`,
          },
        ],
      },
      provider: props.subscription._providers?.time,
    });
  }
}
