import type { AivenPeeringConnection } from "../clouds/aiven";
import { quoted } from "./shell";

/** Removes Aiven's connection, which the construct and Aiven's tutorial create again. */
export const removeConnection = (
  project: string,
  vpcId: string,
  { peer_cloud_account, peer_resource_group, peer_vpc }: AivenPeeringConnection,
): string =>
  `avn vpc peering-connection delete --project ${quoted(project)} --project-vpc-id ${quoted(vpcId)} ` +
  `--peer-cloud-account ${quoted(peer_cloud_account)} --peer-resource-group ${quoted(peer_resource_group)} ` +
  `--peer-vpc ${quoted(peer_vpc)}`;

/** Removes Azure's peering, for which a person needs no right in Aiven's tenant. */
export const removeAzurePeering = (id: string): string => `az network vnet peering delete --ids ${quoted(id)}`;

/** Who peers, and the tenants of both networks. */
export interface BothTenants {
  readonly clientId?: string;
  readonly own?: string;
  readonly aivens?: string;
}

/**
 * A command that writes Azure's peering. It needs tokens of both tenants, which nobody but the application gets
 * (https://github.com/Azure/azure-cli/issues/26438), so it begins with the sign-ins.
 */
export const asApplication = (command: string, { clientId, own, aivens }: BothTenants): string =>
  [
    ...[own ?? "<the network's tenant>", aivens ?? "<Aiven's tenant>"].map(
      (tenant) =>
        `az login --service-principal --username ${quoted(clientId ?? "<client id>")} --password "$SECRET" --tenant ${quoted(tenant)}`,
    ),
    command,
  ].join("\n");

/** How a peering is made by hand. */
export const TUTORIAL = "https://aiven.io/docs/platform/howto/vnet-peering-azure";
