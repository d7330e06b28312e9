import { AIVEN_TENANT_ID } from "../../src/clouds/aiven/well-known";
import { minutes } from "../../src/clouds/clock";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID } from "../../src/clouds/settings";
import { type AivenHarness, VPC } from "./aiven";

/** The peering connection of the graph below, in the state. */
export const PEERING = "aiven_azure_vpc_peering_connection.peering";

/** A VPC with one peering connection. */
export const peeringGraph = (peering: object) => ({
  aiven_project_vpc: { vpc: VPC },
  aiven_azure_vpc_peering_connection: { peering },
});

/** Azure's peering, created by the application as the documentation says; then Aiven finds it. */
export async function completePeering({ world }: AivenHarness): Promise<void> {
  await world.clock.advance(1000);
  const [connection] = world.aiven.peeringConnections.all;
  const [application] = world.entra.directory.applications.filter(({ displayName }) => displayName === "peering");
  const credential = { secret: application.passwords[0].secretText };
  const principal = world.entra.directory.servicePrincipal(CUSTOMER_TENANT_ID, application.clientId);
  const network = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/vnet`;
  world.byHand.assignRole(principal?.objectId ?? "", "Network Contributor", network);
  const [token, auxiliary] = [CUSTOMER_TENANT_ID, AIVEN_TENANT_ID].map((tenantId) =>
    world.entra.token({ tenantId, clientId: application.clientId, credential }),
  );
  world.azure.peerings.put({ token, auxiliaryTokens: [auxiliary] }, `${network}/virtualNetworkPeerings/to-aiven`, {
    remoteVirtualNetworkId: world.aiven.executor.networkId(connection.vpc),
  });
  await world.clock.advance(minutes(2));
}
