import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./folder";

/**
 * What would settle the assumptions of a file or of a folder, for somebody who has an account; the longest path that fits counts. It
 * follows "Settled by".
 */
const HOW: Readonly<Record<string, string>> = {
  "lib/probe/windows-script.ts":
    "a `ConnectivityProbe` on a Windows machine: its output, its exit status, and a script that has a letter outside of ASCII.",
  "packages/aiven-azure-peering/src/subject/sides.ts":
    "the peering in a virtual network that is peered with Aiven: its `remoteAddressSpace`, beside the range of the VPC.",
  "packages/aiven-azure-peering/src/clouds/arm.ts":
    "`az rest --url /subscriptions/…/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`, as an owner and as a reader.",
  "packages/aiven-azure-peering/src/status/peering.ts":
    "`peeringState` of Azure's peering beside the state of Aiven's connection, both read every minute after the peering was created.",
  "packages/aiven-azure-peering/src/troubleshooting/peerings.ts":
    "a range that is added to a peered network, then `avn vpc peering-connection refresh`, and `peeringSyncLevel` before and after.",
  "packages/simulated-clouds/src/clouds/settings.ts":
    "`provisioningState` of a virtual network, read every second after its address space was changed.",
  "packages/simulated-clouds/src/clouds/pipeline.ts":
    "a job that asks `ACTIONS_ID_TOKEN_REQUEST_URL` for a token with another bearer token.",
  "packages/simulated-clouds/src/clouds/network.ts":
    "a machine without a public address, in a network without a NAT gateway, that connects to an address of the internet.",
  "packages/simulated-clouds/src/clouds/aiven/":
    "`curl` against Aiven's API (`https://api.aiven.io/v1/project/…`) as the line below does it, with the times and the whole response.",
  "packages/simulated-clouds/src/clouds/aiven/members.ts":
    "tokens of a member for each role, with one request that reads and one that writes a VPC, a service and a topic.",
  "packages/simulated-clouds/src/clouds/aiven/kafka.ts":
    "a topic and an ACL entry that are made twice, made wrongly, and listed at once, in a Kafka service of the smallest plan.",
  "packages/simulated-clouds/src/clouds/aiven/kafka-contents.ts":
    "`avn service acl-list` of a Kafka service that was just made.",
  "packages/simulated-clouds/src/clouds/aiven/gateway.ts":
    "requests with no token, with one that has been revoked, and with one of a member who may only read.",
  "packages/simulated-clouds/src/clouds/aiven/peering-connections.ts":
    "connections that are asked for in a VPC that is not active yet and with a name in upper case, and one that is deleted.",
  "packages/simulated-clouds/src/clouds/aiven/peering-progress.ts":
    "the states of a connection, read every few seconds: while the network is changed, when a range overlaps, and when Azure's peering is deleted.",
  "packages/simulated-clouds/src/clouds/aiven/executor.ts":
    "sign-ins of the peering application to Aiven's tenant, while a connection is created, and after it is deleted.",
  "packages/simulated-clouds/src/clouds/aiven/vpcs.ts":
    "VPCs that are asked for in `azure-francecentral` and with the range `127.0.0.0/24`, and one that is deleted.",
  "packages/simulated-clouds/src/clouds/azure/":
    "`az rest` against Azure Resource Manager as the line below does it, with the whole response.",
  "packages/simulated-clouds/src/clouds/azure/arm.ts":
    "a write by a reader, and one by an owner, in a subscription that is disabled, and in a group with a deny assignment, such as that of a managed application.",
  "packages/simulated-clouds/src/clouds/azure/rbac.ts":
    "a request that is repeated every second after its role assignment was deleted, and after an action was taken out of the role.",
  "packages/simulated-clouds/src/clouds/azure/role-assignments.ts":
    "`az role assignment create` with a role of another subscription, and with an object id that is in no directory and `--assignee-principal-type`.",
  "packages/simulated-clouds/src/clouds/azure/role-definitions.ts":
    "`az rest` for a role definition by a group's id and by the subscription's, as somebody who has a right in the group alone.",
  "packages/simulated-clouds/src/clouds/azure/provisioning.ts":
    "two peerings of one network that are created at the same moment, and the activity log's names of both operations.",
  "packages/simulated-clouds/src/clouds/azure/locks.ts": "a second lock on a group that has a ReadOnly lock.",
  "packages/simulated-clouds/src/clouds/azure/management-locks.ts":
    "`az rest` for a lock that does not exist, and for one with the level `Nothing`.",
  "packages/simulated-clouds/src/clouds/azure/peering-rules.ts":
    "peerings of networks with ranges in common, in both orders, and one with `allowGatewayTransit` and `useRemoteGateways`.",
  "packages/simulated-clouds/src/clouds/azure/ipam-pools.ts":
    "a network from a pool that does not exist, and one that is larger than what is left of a pool.",
  "packages/simulated-clouds/src/clouds/azure/virtual-network-peerings.ts":
    "`peeringSyncLevel` of a peering whose other network was deleted.",
  "packages/simulated-clouds/src/clouds/azure/virtual-networks.ts":
    "a virtual network with the range `169.254.0.0/24`.",
  "packages/simulated-clouds/src/clouds/azure/json/network.ts":
    "a peering that is created with nothing but the other network's id, and one without that.",
  "packages/simulated-clouds/src/clouds/azure/json/plain-resource.ts":
    "`az vm show` of a machine with the example's image.",
  "packages/simulated-clouds/src/clouds/entra/":
    "`az rest` against Microsoft Graph, or a request to the token endpoint, as the line below does it.",
  "packages/simulated-clouds/src/clouds/entra/credentials.ts":
    "a secret of two years, in a tenant whose app management policy allows one.",
  "packages/simulated-clouds/src/clouds/entra/federated-credentials.ts":
    "a 21st federated credential of an application.",
  "packages/simulated-clouds/src/clouds/entra/privileges.ts":
    "an application with `Application.ReadWrite.OwnedBy`, or with a directory role alone, that reads and creates applications and principals.",
  "packages/simulated-clouds/src/clouds/entra/tokens.ts":
    "sign-ins of a single-tenant and of a multi-tenant application to a tenant in which they have no principal.",
  "packages/simulated-clouds/src/clouds/entra/national-clouds.ts":
    "sign-ins to login.microsoftonline.us with a tenant of the public cloud, and the other way round.",
  "packages/simulated-clouds/src/http/access-tokens.ts":
    "the `wids` of an application's token (`az account get-access-token` as a service principal with a directory role).",
  "packages/simulated-clouds/src/http/aiven/":
    "`curl` of the same path of `https://api.aiven.io`, with the whole response.",
  "packages/simulated-clouds/src/http/arm/":
    "`az rest` for the same path of Azure Resource Manager, with the whole response.",
  "packages/simulated-clouds/src/http/graph/roles.ts":
    "`az rest --url https://graph.microsoft.com/v1.0/servicePrincipals/…/appRoleAssignments` of an application.",
  "packages/simulated-clouds/src/http/entra/managed-identity.ts":
    "an App Service's `IDENTITY_ENDPOINT`, asked without `X-IDENTITY-HEADER`.",
  "packages/simulated-clouds/src/providers/aiven/":
    "the state of such a service after an apply with the real provider, and `terraform plan` of a block that is wrong in this way.",
  "packages/simulated-clouds/src/providers/azapi/":
    "the same configuration with the real azapi and `TF_LOG=DEBUG`. No account is needed where `terraform plan` fails already.",
  "packages/simulated-clouds/src/providers/azure-sdk/authorizer.ts":
    "azurerm with `ARM_USE_MSI=true` where there is no managed identity, and with an `ARM_OIDC_REQUEST_URL` that does not exist.",
  "packages/simulated-clouds/src/providers/azuread/":
    "the same configuration with the real azuread, and what it prints.",
  "packages/simulated-clouds/src/providers/azurerm/":
    "the same configuration with the real azurerm, and what it prints. No account is needed where `terraform validate` fails already.",
  "packages/simulated-clouds/src/providers/azurerm/data-sources.ts":
    "`az rest --url /subscriptions/…?api-version=2022-12-01`.",
  "packages/simulated-clouds/src/providers/azurerm/linux-virtual-machine.ts":
    "a machine with the example's image, and a role assignment for its own identity.",
  "packages/simulated-clouds/src/providers/azurerm/virtual-machine-run-command.ts":
    "a run command on a machine whose script ends with exit status 1.",
};

/** How the assumptions of a file are settled. */
export function settledBy(file: string): string {
  const [how] = fitting(file);
  if (how === undefined)
    throw new Error(`${file} assumes something: say in tools/assumptions-settled.ts what would settle it`);
  return HOW[how];
}

/** The longest first. */
const fitting = (file: string): string[] =>
  Object.keys(HOW)
    .filter((path) => file.startsWith(path))
    .sort((one, other) => other.length - one.length);

/** The files and folders that are named here and are gone. */
export const gone = (): string[] => Object.keys(HOW).filter((path) => !existsSync(join(ROOT, path)));
