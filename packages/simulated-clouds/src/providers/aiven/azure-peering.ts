import type { AzurePeer, PeeringConnection } from "../../clouds/aiven/peering-connection";
import { ApiError } from "../../clouds/api-error";
import { text, type Values } from "../../protocol/cty";
import type { AivenClient } from "./client";

type Sought = Pick<AzurePeer, "peerCloudAccount" | "peerVpc"> & Partial<AzurePeer>;

/** The customer's network as the resources' arguments name it. Nothing is lowered: the API gets the case it was given. */
export const peerOf = (values: Values): AzurePeer => ({
  peerCloudAccount: text(values.azure_subscription_id),
  peerResourceGroup: text(values.peer_resource_group),
  peerVpc: text(values.vnet_name),
  peerAzureAppId: text(values.peer_azure_app_id),
  peerAzureTenantId: text(values.peer_azure_tenant_id),
});

export const peerValues = (connection: PeeringConnection): Values => ({
  azure_subscription_id: connection.peerCloudAccount,
  vnet_name: connection.peerVpc,
  peer_resource_group: connection.peerResourceGroup,
  peer_azure_app_id: connection.peerAzureAppId,
  peer_azure_tenant_id: connection.peerAzureTenantId,
});

/**
 * The API has no look-up: the provider lists the VPC and compares exactly, so a name in mixed case is never found again.
 * A member that is absent or empty is not compared.
 */
export function findConnection(client: AivenClient, project: string, vpcId: string, sought: Sought): PeeringConnection {
  const wanted = Object.entries(sought).filter(([, value]) => value !== "") as [keyof AzurePeer, string][];
  const all = client.api.peeringConnections.list(client.caller, project, vpcId);
  const found = all.find((connection) => wanted.every(([key, value]) => connection[key] === value));
  if (!found) throw new ApiError(404, "NotFound", "Peering connection not found");
  return found;
}
