import type { AzurePeer, PeeringConnection } from "../../clouds/aiven/peering-connection";
import { ApiError } from "../../clouds/api-error";
import { text, type Values } from "../../protocol/cty";
import { Failure, type Diagnostic } from "../../protocol/diagnostics";
import { splitId, type AivenClient } from "./client";

/** What identifies a connection, and what else must be equal. */
export type Sought = Pick<AzurePeer, "peerCloudAccount" | "peerVpc"> & Partial<AzurePeer>;

/** Every argument: Aiven changes nothing about a connection. */
export const FORCE_NEW = [
  "vpc_id",
  "azure_subscription_id",
  "vnet_name",
  "peer_resource_group",
  "peer_azure_app_id",
  "peer_azure_tenant_id",
];

/** The customer's network as the resources' arguments name it. Nothing is lowered: the API gets the case it was given. */
export const peerOf = (values: Values): AzurePeer => ({
  peerCloudAccount: text(values.azure_subscription_id),
  peerResourceGroup: text(values.peer_resource_group),
  peerVpc: text(values.vnet_name),
  peerAzureAppId: text(values.peer_azure_app_id),
  peerAzureTenantId: text(values.peer_azure_tenant_id),
});

export const connectionValues = (id: string, connection: PeeringConnection): Values => ({
  id,
  vpc_id: id.split("/").slice(0, 2).join("/"),
  azure_subscription_id: connection.peerCloudAccount,
  vnet_name: connection.peerVpc,
  peer_resource_group: connection.peerResourceGroup,
  peer_azure_app_id: connection.peerAzureAppId,
  peer_azure_tenant_id: connection.peerAzureTenantId,
  state: connection.state,
  state_info: stateInfoOf(connection),
});

/** Texts of whatever the API says, null as Go prints it (`%+v`): https://github.com/aiven/terraform-provider-aiven/blob/v4.61.0/internal/sdkprovider/service/vpc/vpc_peering_connection.go */
export const stateInfoOf = ({ stateInfo }: Pick<PeeringConnection, "stateInfo">): Record<string, string> =>
  Object.fromEntries(Object.entries(stateInfo ?? {}).map(([key, value]) => [key, value ?? "<nil>"]));

/**
 * The API has no look-up: the provider lists the VPC and compares exactly, so a name in mixed case is never found again.
 * A member that is absent or empty is not compared.
 */
export function findConnections(
  client: AivenClient,
  project: string,
  vpcId: string,
  sought: Sought,
): PeeringConnection[] {
  const wanted = Object.entries(sought).filter(([, value]) => value !== "") as [keyof AzurePeer, string][];
  const all = client.api.peeringConnections.list(client.caller, project, vpcId);
  return all.filter((connection) => wanted.every(([key, value]) => connection[key] === value));
}

/** The first of them. */
export function findConnection(client: AivenClient, project: string, vpcId: string, sought: Sought): PeeringConnection {
  const [found] = findConnections(client, project, vpcId, sought);
  if (!found) throw new ApiError(404, "NotFound", "Peering connection not found");
  return found;
}

/** Project, VPC, subscription and network of an id, which holds no resource group. */
export function partsOf(id: string, failed: (reason: string) => Diagnostic): string[] {
  // a fifth part is the region, which peerings with Azure do not have
  const parts = splitId(id, 4) ?? splitId(id, 5);
  if (parts) return parts;
  const count = id.split("/").length;
  throw new Failure(failed(`expected unix path-like string with 4-5 chunks, got ${count}`));
}
