import { randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import { seconds, type Clock } from "../clock";
import type { Azure } from "../azure/azure";
import { resourceId, subscriptionId } from "../azure/resource-id";
import type { VirtualNetworkPeering } from "../azure/peering-properties";
import { PEER_ACTION } from "../azure/virtual-network-peerings";
import type { Entra } from "../entra/entra";
import type { Token } from "../entra/tokens";
import type { Settings } from "../settings";
import type { Vpc } from "./vpc";
import { AIVEN_APPLICATION_ID, AIVEN_RESOURCE_GROUP, AIVEN_SUBSCRIPTION_ID, AIVEN_TENANT_ID } from "./well-known";

/** The secret Aiven's application signs in with; nobody else knows it. */
export const EXECUTOR_SECRET = randomUUID();
/** The role of customers' applications on Aiven's virtual networks. */
const PEER_ROLE = randomUUID();

/** What Aiven itself does in Azure and Entra, as its application `aiven-prod-executor`. */
export class Executor {
  constructor(
    private readonly entra: Entra,
    private readonly azure: Azure,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    azure.rbac.definitions.push({
      guid: PEER_ROLE,
      tenantId: AIVEN_TENANT_ID,
      name: "customer peering",
      description: "May peer with Aiven's virtual networks",
      permissions: [{ actions: [PEER_ACTION], notActions: [], dataActions: [], notDataActions: [] }],
      assignableScopes: [subscriptionId(AIVEN_SUBSCRIPTION_ID)],
    });
  }

  networkId(vpc: Vpc): string {
    return resourceId(
      AIVEN_SUBSCRIPTION_ID,
      AIVEN_RESOURCE_GROUP,
      "Microsoft.Network",
      "virtualNetworks",
      `aiven-${vpc.id}`,
    );
  }

  /** Only a VPC in an Azure region is an Azure virtual network. */
  createNetwork(vpc: Vpc): void {
    if (!vpc.cloudName.startsWith("azure-")) return;
    const id = this.networkId(vpc);
    const { networkAddressSpace: addressSpace = [vpc.networkCidr] } = this.settings.aiven;
    const location = vpc.cloudName.slice("azure-".length).replaceAll("-", "");
    this.azure.virtualNetworks.put(this.context(), { id, location, tags: {}, addressSpace });
  }

  deleteNetwork(vpc: Vpc): void {
    if (this.azure.resources.get(this.networkId(vpc))) {
      this.azure.virtualNetworks.delete(this.context(), this.networkId(vpc));
    }
  }

  /**
   * Aiven's connection, from its own network to the customer's. ARM refuses it where Aiven's principal lacks peer/action, where
   * ranges overlap or the network is missing: Aiven learns all that from ARM, as anybody would.
   */
  createPeering(vpc: Vpc, tenantId: string, networkId: string): void {
    const context = this.context(this.token(tenantId));
    this.azure.peerings.put(context, this.peeringId(vpc, networkId), { remoteVirtualNetworkId: networkId });
  }

  /** Whether Azure is still busy with another peering of one of the two networks. */
  isPeering(vpc: Vpc, networkId: string): boolean {
    return [this.networkId(vpc), networkId].some((id) => this.azure.provisioning.isPeering(id));
  }

  /** Aiven's connection learns the ranges the customer's network has now. */
  syncPeering(vpc: Vpc, tenantId: string, networkId: string): void {
    const peering = this.peering(vpc, networkId);
    if (!peering) return;
    const { settings } = peering.properties;
    const input = { remoteVirtualNetworkId: networkId, settings, syncRemoteAddressSpace: true };
    this.azure.peerings.put(this.context(this.token(tenantId)), peering.id, input);
  }

  peering(vpc: Vpc, networkId: string): VirtualNetworkPeering | undefined {
    return this.azure.peerings.between(this.networkId(vpc), networkId);
  }

  deletePeering(vpc: Vpc, networkId: string): void {
    const peering = this.peering(vpc, networkId);
    if (peering) this.azure.peerings.delete(this.context(), peering.id);
  }

  /** An application that is not multi-tenant can have no principal in Aiven's tenant. */
  requireMultiTenant(clientId: string): void {
    const application = this.entra.directory.application(clientId);
    if (application && this.entra.directory.admits(application, AIVEN_TENANT_ID)) return;
    const text = `Application with identifier '${clientId}' was not found or is not multi-tenant`;
    throw new ApiError(400, "invalid-application", text);
  }

  /**
   * The customer's application in Aiven's tenant, with peer/action on the VPC's network.
   * assumed: one lag covers the principal and its right.
   */
  admit(clientId: string, vpc: Vpc, stillWanted: () => boolean): void {
    this.clock.at(this.clock.now() + seconds(this.settings.lag.tenant), () => {
      const application = this.entra.directory.application(clientId);
      if (!application || !stillWanted()) return;
      const principal =
        this.entra.directory.servicePrincipal(AIVEN_TENANT_ID, clientId) ??
        this.entra.servicePrincipals.install(application, AIVEN_TENANT_ID);
      const scope = this.networkId(vpc);
      const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
      const { objectId: principalId } = principal;
      const assignment = { id, scope, roleGuid: PEER_ROLE, principalId, principalType: "ServicePrincipal" };
      this.azure.rbac.assign({ ...assignment, properties: {} }, false);
    });
  }

  /** assumed: unless the settings say so, Aiven takes the right with the connection, and the principal with the application's last one. */
  dismiss(clientId: string, vpc: Vpc, lastOnNetwork: boolean, lastOfAll: boolean): void {
    const principal = this.entra.directory.servicePrincipal(AIVEN_TENANT_ID, clientId);
    if (!principal || this.settings.aiven.keepsPrincipals) return;
    for (const assignment of [...this.azure.rbac.assignments]) {
      const here = assignment.scope === this.networkId(vpc) && assignment.principalId === principal.objectId;
      if (here && lastOnNetwork) this.azure.roleAssignments.erase(assignment.id);
    }
    if (lastOfAll) this.entra.directory.remove(this.entra.directory.servicePrincipals, principal);
  }

  private peeringId(vpc: Vpc, networkId: string): string {
    const name = networkId
      .split("/")
      .filter((_, index) => [2, 4, 8].includes(index))
      .join("_");
    return `${this.networkId(vpc)}/virtualNetworkPeerings/${name}`;
  }

  private context(auxiliary?: Token) {
    return { token: this.token(AIVEN_TENANT_ID), auxiliaryTokens: auxiliary ? [auxiliary] : [] };
  }

  private token(tenantId: string): Token {
    return this.entra.token({ tenantId, clientId: AIVEN_APPLICATION_ID, credential: { secret: EXECUTOR_SECRET } });
  }
}
