import type { Precondition } from "cdktf";
import type { IConstruct } from "constructs";
import type { PeeringIdentity } from "../identity/peering-identity";
import type { ResolvedNetwork } from "../network/resolved-network";
import { operand, shown } from "../terraform/expressions";
import { expressionOf } from "../terraform/keys";
import { refuse } from "../terraform/refuse";
import { Registry } from "../terraform/registry";
import { Checks } from "../validation/checks";
import { overlap, parseCidr } from "../validation/cidr";
import { refuseIterated } from "../validation/loops";
import { validateOverlap } from "../validation/network-cidr";
import { type Known, requireBoolean, requireChoice, requireOptions, requireSwitch } from "../validation/options";
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
import { AzurePeeringProvider, type PeeredVirtualNetworkOptions } from "./peered-virtual-network-options";

export const PEERED_VIRTUAL_NETWORK_OPTIONS: Known<PeeredVirtualNetworkOptions> = {
  connected: true,
  peeringName: true,
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: true,
  allowGatewayTransit: true,
  azurePeeringProvider: true,
  migrateFrom: true,
  importExisting: true,
  access: true,
  remoteVirtualNetworkId: true,
  healthCheck: true,
  propagation: true,
  timeouts: true,
};

/** Validates how one virtual network is peered, apart from the networks themselves. */
export function validateOptions(scope: IConstruct, options: PeeredVirtualNetworkOptions): void {
  const { propagation = {}, timeouts = {} } = options;
  requireOptions(scope, "propagation", propagation, { roleAssignments: true, servicePrincipal: true });
  requireOptions(scope, "timeouts", timeouts, { connection: true, azurePeering: true });
  requireSwitch(scope, "connected", options.connected);
  requireSwitch(scope, "healthCheck", options.healthCheck);
  requireSwitch(scope, "importExisting", options.importExisting);
  for (const name of ["allowVirtualNetworkAccess", "allowForwardedTraffic", "allowGatewayTransit"] as const) {
    requireBoolean(scope, name, options[name]);
  }
  requireChoice(
    scope,
    "azurePeeringProvider",
    options.azurePeeringProvider,
    "AzurePeeringProvider",
    AzurePeeringProvider,
  );
  requireChoice(scope, "migrateFrom", options.migrateFrom, "AzurePeeringProvider", AzurePeeringProvider);
}

/** The two networks of a peering, who peers them and how. */
export interface ValidatedNetwork {
  readonly vpc: AivenVpc;
  readonly network: ResolvedNetwork;
  readonly identity: PeeringIdentity;
  readonly options: PeeredVirtualNetworkOptions;
}

/** Validates literals at once, and returns what Terraform must validate before it asks Aiven. */
export function validatePeeredVirtualNetwork(
  scope: IConstruct,
  { vpc, network, identity, options }: ValidatedNetwork,
): Precondition[] | undefined {
  const { name, resourceGroupName, subscriptionId, tenantId, addressSpaces } = network;
  refuseIterated(scope, { "virtualNetwork.name": name, "virtualNetwork.id": network.id, "vpc.id": vpc.id });
  const checks = new Checks(scope)
    .rule("vpc.id", vpc._element === undefined ? vpc.id : undefined, AIVEN_VPC_ID)
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
    .rule("timeouts.azurePeering", options.timeouts?.azurePeering, DURATION);
  if (vpc.networkCidr !== undefined && addressSpaces !== undefined) {
    validateOverlap("networkCidr", vpc.networkCidr, addressSpaces, checks);
  }
  refuseOverlappingVpc(scope, network, vpc, checks);
  refuseMove(options, checks);
  validateUnknownId(network, checks);
  return checks.preconditions;
}

/** The roles are assigned at the id, and the peering is created by the names. */
function validateUnknownId(network: ResolvedNetwork, checks: Checks): void {
  const { unknownId: id, subscriptionId, resourceGroupName, name } = network;
  if (id === undefined) return;
  const composed = `/subscriptions/\${${operand(subscriptionId)}}/resourceGroups/\${${operand(resourceGroupName)}}/providers/Microsoft.Network/virtualNetworks/\${${operand(name)}}`;
  checks.condition(
    `\${lower(${operand(id)}) == lower("${composed}")}`,
    `virtualNetwork.id: "${shown(id)}" is not allowed, the names are those of "${composed}"; give the same in both, or the id alone`,
  );
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
const peers = Registry.perStack<{ readonly network: IConstruct; readonly networkCidr: string }[]>();

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
  for (const other of others.filter(({ network }) => network.node.scope !== scope.node.scope)) {
    const theirs = parseCidr(other.networkCidr);
    if (theirs === undefined || !overlap(range, theirs)) continue;
    checks.refuse(
      `networkCidr: "${networkCidr}" overlaps "${other.networkCidr}" of ${other.network.node.path}, which is peered with the same virtual network ` +
        "(VnetAddressSpaceOverlapsWithAlreadyPeeredVnet); choose one that does not",
    );
  }
  others.push({ network: scope, networkCidr });
}

const names = Registry.perStack<IConstruct>();

/** A virtual network has each peering's name once, whatever its case. */
export function refuseSameName(scope: IConstruct, network: ResolvedNetwork, name: string): void {
  const key = [network.id, name].map((each) => expressionOf(scope, each).toLowerCase()).join(" ");
  const other = names.find(scope, key);
  if (other !== undefined) {
    refuse(
      scope,
      `peeringName: "${name}" is not allowed, ${other.node.path} uses it at the same virtual network; give each peering a name of its own`,
    );
  }
  names.add(scope, key, scope);
}

/** A peering of which both sides exist already. */
export interface ValidatedImport {
  readonly identity: PeeringIdentity;
  readonly options: PeeredVirtualNetworkOptions;
}

/** Refuses what cannot be imported, or would be replaced by what it is imported into, and so destroyed. */
export function validateImport(scope: IConstruct, { identity, options }: ValidatedImport): void {
  if (options.importExisting !== true) return;
  if (options.connected === false) {
    refuse(scope, "importExisting: true is not allowed with connected: false, which removes both sides; leave it out");
  }
  if (options.migrateFrom !== undefined) {
    refuse(
      scope,
      "importExisting: true is not allowed with migrateFrom, which moves a peering that is in the state already; leave one of them out",
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
      "remoteVirtualNetworkId: missing, and Aiven no longer returns it for a peering that is ACTIVE, so the apply would replace Azure's peering; " +
        "give the remoteVirtualNetwork.id of the peering (az network vnet peering list shows it)",
    );
  }
  const { access } = options;
  if (access?._isAssigned === true && Object.keys(access._existingRoles).length > 0) {
    refuse(
      scope,
      "access: PeeringAccess.withRoles is not allowed with importExisting, as who made the peering has assigned roles already and a tenant has " +
        "each assignment once (RoleAssignmentExists); give PeeringAccess.existing(), or leave it out",
    );
  }
}
