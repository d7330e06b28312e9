import type { Precondition } from "cdktf";
import type { IConstruct } from "constructs";
import { VirtualNetworkAccessSource } from "../access/peering-access";
import type { PeeringIdentity } from "../identity/peering-identity";
import type { ResolvedNetwork } from "../network/resolved-network";
import { expressionOf } from "../terraform/keys";
import { Registry } from "../terraform/registry";
import { Checks } from "../validation/checks";
import { overlap, parseCidr } from "../validation/cidr";
import { refuseIterated } from "../validation/loops";
import { checkOverlap } from "../validation/network-cidr";
import { checkNames, type Known, requireChoice, requireSwitch } from "../validation/options";
import { refuse } from "../validation/refuse";
import {
  AIVEN_VPC_ID,
  DURATION,
  PEERING_NAME,
  RESOURCE_GROUP_NAME,
  UUID,
  VIRTUAL_NETWORK_ID,
  VIRTUAL_NETWORK_NAME,
  WAIT,
} from "../validation/rules";
import type { AivenVpc } from "../vpc/aiven-vpc";
import { AzurePeeringProvider } from "./peered-virtual-network-options";
import type { PeeredVirtualNetworkOptions } from "./peered-virtual-network-options";

export const LINK_OPTIONS: Known<PeeredVirtualNetworkOptions> = {
  connected: true,
  peeringName: true,
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: true,
  allowGatewayTransit: true,
  azurePeeringProvider: true,
  migrateFrom: true,
  importExisting: true,
  access: true,
  roleNames: true,
  remoteVirtualNetworkId: true,
  healthCheck: true,
  propagation: true,
  timeouts: true,
};

/** Validates the options of one link, apart from the networks that it joins. */
export function checkOptions(scope: IConstruct, options: PeeredVirtualNetworkOptions): void {
  checkNames(scope, "propagation", options.propagation ?? {}, { roleAssignments: true, servicePrincipal: true });
  checkNames(scope, "timeouts", options.timeouts ?? {}, { vpc: true, connection: true, virtualNetworkPeering: true });
  checkNames(scope, "roleNames", options.roleNames ?? {}, { application: true, aiven: true });
  requireSwitch(scope, "connected", options.connected);
  requireSwitch(scope, "healthCheck", options.healthCheck);
  requireSwitch(scope, "importExisting", options.importExisting);
  requireChoice(
    scope,
    "azurePeeringProvider",
    options.azurePeeringProvider,
    "AzurePeeringProvider",
    AzurePeeringProvider,
  );
  requireChoice(scope, "migrateFrom", options.migrateFrom, "AzurePeeringProvider", AzurePeeringProvider);
  requireChoice(scope, "access", options.access, "VirtualNetworkAccessSource", VirtualNetworkAccessSource);
}

/** The two networks of a link, who joins them and how. */
export interface CheckedLink {
  readonly vpc: AivenVpc;
  readonly network: ResolvedNetwork;
  readonly identity: PeeringIdentity;
  readonly options: PeeredVirtualNetworkOptions;
}

/** Validates a link's literals at once, and returns what Terraform must validate before it asks Aiven. */
export function checkLink(
  scope: IConstruct,
  { vpc, network, identity, options }: CheckedLink,
): Precondition[] | undefined {
  const { name, resourceGroupName, subscriptionId, tenantId, addressSpaces } = network;
  refuseIterated(scope, { "virtualNetwork.name": name, "virtualNetwork.id": network.id, "vpc.id": vpc.id });
  const checks = new Checks(scope)
    .rule("vpc.id", vpc._isGiven ? vpc.id : undefined, AIVEN_VPC_ID)
    .rule("virtualNetwork.name", name, VIRTUAL_NETWORK_NAME)
    .rule("virtualNetwork.resourceGroupName", resourceGroupName, RESOURCE_GROUP_NAME)
    .rule("virtualNetwork.subscriptionId", subscriptionId, UUID)
    .rule("virtualNetwork.tenantId", tenantId, UUID)
    .include(identity._preconditions)
    .rule("peeringName", options.peeringName, PEERING_NAME)
    .rule("remoteVirtualNetworkId", options.remoteVirtualNetworkId, VIRTUAL_NETWORK_ID)
    .rule("propagation.roleAssignments", options.propagation?.roleAssignments, WAIT)
    .rule("propagation.servicePrincipal", options.propagation?.servicePrincipal, WAIT)
    .rule("timeouts.connection", options.timeouts?.connection, DURATION)
    .rule("timeouts.virtualNetworkPeering", options.timeouts?.virtualNetworkPeering, DURATION);
  if (vpc.networkCidr !== undefined && addressSpaces !== undefined) {
    checkOverlap("networkCidr", vpc.networkCidr, addressSpaces, checks);
  }
  refuseOverlappingVpc(scope, network, vpc, checks);
  refuseMove(options, checks);
  return checks.preconditions;
}

/** azurerm moves no resource of another type to its own. */
function refuseMove({ azurePeeringProvider, migrateFrom: from }: PeeredVirtualNetworkOptions, checks: Checks): void {
  if (
    from === undefined ||
    (from === AzurePeeringProvider.AZURERM && azurePeeringProvider === AzurePeeringProvider.AZAPI)
  )
    return;
  checks.refuse(
    `migrateFrom: "${from}" is not allowed with azurePeeringProvider "${azurePeeringProvider ?? AzurePeeringProvider.AZURERM}", only azapi takes over what azurerm ` +
      "has created; leave it out, set connected to false and apply, then change azurePeeringProvider, set connected to true and apply",
  );
}

/** The VPCs that are peered with a network of the stack. */
const peers = Registry.perStack<{ readonly link: IConstruct; readonly networkCidr: string }[]>();

/** A virtual network has no two peers with an address in common either. */
function refuseOverlappingVpc(
  scope: IConstruct,
  network: ResolvedNetwork,
  { networkCidr }: AivenVpc,
  checks: Checks,
): void {
  const range = networkCidr === undefined ? undefined : parseCidr(networkCidr);
  if (networkCidr === undefined || range === undefined) return;
  const key = expressionOf(scope, network.id).toLowerCase();
  const others = peers.find(scope, key) ?? peers.add(scope, key, []);
  // A network that one VPC is peered with twice is refused for its name, which says more.
  for (const other of others.filter(({ link }) => link.node.scope !== scope.node.scope)) {
    const theirs = parseCidr(other.networkCidr);
    if (theirs === undefined || !overlap(range, theirs)) continue;
    checks.refuse(
      `networkCidr: "${networkCidr}" overlaps "${other.networkCidr}" of ${other.link.node.path}, which is peered with the same virtual network ` +
        "(VnetAddressSpaceOverlapsWithAlreadyPeeredVnet); choose one that does not",
    );
  }
  others.push({ link: scope, networkCidr });
}

/** A link whose sides exist already. */
export interface CheckedImport {
  readonly identity: PeeringIdentity;
  readonly options: PeeredVirtualNetworkOptions;
  /** Whether it uses roles that somebody has defined. */
  readonly hasGivenRoles: boolean;
}

/** Refuses what cannot be imported, or would be replaced by what it is imported into, and so destroyed. */
export function checkImport(scope: IConstruct, { identity, options, hasGivenRoles }: CheckedImport): void {
  if (options.importExisting !== true) return;
  if (options.connected === false) {
    refuse(scope, "importExisting: true is not allowed with connected: false, which removes both sides; leave it out");
  }
  if (options.migrateFrom !== undefined) {
    refuse(
      scope,
      "importExisting: true is not allowed with migrateFrom, which moves a half that is in the state already; leave one of them out",
    );
  }
  if (!identity._knownAtFirstPlan(scope)) {
    refuse(
      scope,
      "identity: an application that this stack creates is not allowed with importExisting, as Aiven's connection is bound to the application that it " +
        "was made with, and the apply would delete both sides; give that application as an ExistingPeeringApplication",
    );
  }
  if (options.peeringName === undefined) {
    refuse(
      scope,
      "peeringName: missing, give the name that the peering has in Azure, as it is imported (az network vnet peering list shows it)",
    );
  }
  if (options.remoteVirtualNetworkId === undefined) {
    refuse(
      scope,
      "remoteVirtualNetworkId: missing, and Aiven no longer says it of a peering that is ACTIVE, so the apply would replace Azure's peering; " +
        "give the remoteVirtualNetwork.id of the peering (az network vnet peering list shows it)",
    );
  }
  if (hasGivenRoles && options.access !== VirtualNetworkAccessSource.EXISTING) {
    refuse(
      scope,
      "roles: not allowed with importExisting, as who made the peering has assigned roles already and a tenant has each assignment once " +
        '(RoleAssignmentExists); give access: VirtualNetworkAccessSource.EXISTING ("existing"), or leave roles out',
    );
  }
}
