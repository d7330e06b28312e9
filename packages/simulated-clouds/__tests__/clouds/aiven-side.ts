import { AIVEN_APPLICATION_ID, AIVEN_TENANT_ID } from "../../src/clouds/aiven/well-known";
import { seconds } from "../../src/clouds/clock";
import type { AzurePeer, PeeringConnection } from "../../src/clouds/aiven/peering-connection";
import type { Vpc } from "../../src/clouds/aiven/vpc";
import type { World } from "../../src/clouds/world";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID } from "../../src/clouds/settings";
import { createApplication, createNetwork, deployer, grant } from "./people";

export const CALLER = { apiToken: "aiven-api-token" };
export const PROJECT = "my-project";

export async function createVpc(world: World, networkCidr = "10.0.0.0/24"): Promise<Vpc> {
  const vpc = world.aiven.vpcs.create(CALLER, PROJECT, { cloudName: "azure-westeurope", networkCidr });
  await world.clock.advance(seconds(world.settings.aiven.vpcCreation));
  return vpc;
}

export const peerOf = (clientId: string, network: string): AzurePeer => ({
  peerCloudAccount: CUSTOMER_SUBSCRIPTION_ID,
  peerResourceGroup: "network",
  peerVpc: network.split("/").at(-1) ?? "",
  peerAzureAppId: clientId,
  peerAzureTenantId: CUSTOMER_TENANT_ID,
});

export const connect = (world: World, vpc: Vpc, peer: AzurePeer): PeeringConnection =>
  world.aiven.peeringConnections.create(CALLER, PROJECT, vpc.id, peer);

/** Aiven's principal with its right at the network, which the customer gives it. */
export function admitAiven(world: World, network: string): string {
  const principal = world.entra.servicePrincipals.create(deployer(world), AIVEN_APPLICATION_ID);
  return grant(world, principal.objectId, network, "Microsoft.Network/virtualNetworks/peer/action");
}

export interface Change {
  readonly audience?: "AzureADMyOrg";
  readonly addressSpace?: string[];
  readonly admitAiven?: boolean;
  /** Whether the rights are effective before Aiven looks. */
  readonly wait?: boolean;
}

/** A customer who did everything right, apart from `change`, up to the moment Aiven has looked at the request. */
export async function requestedConnection(world: World, change: Change = {}) {
  const network = createNetwork(world, "vnet", change.addressSpace);
  const application = createApplication(world, change.audience);
  grant(
    world,
    application.principal.objectId,
    network,
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read",
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
  );
  const vpc = await createVpc(world);
  if (change.admitAiven !== false) admitAiven(world, network);
  if (change.wait !== false) await world.clock.advance(seconds(world.settings.lag.rbac));
  const connection = connect(world, vpc, peerOf(application.application.clientId, network));
  await world.clock.advance(seconds(world.settings.aiven.approval));
  return { ...application, network, vpc, connection, aivenNetwork: world.aiven.executor.networkId(vpc) };
}

export async function acceptedConnection(world: World) {
  const requested = await requestedConnection(world);
  if (requested.connection.state !== "PENDING_PEER") throw new Error(JSON.stringify(requested.connection.stateInfo));
  return requested;
}

/** Both sides are made; Aiven has not looked since. */
export async function completedConnection(world: World) {
  const accepted = await acceptedConnection(world);
  await world.clock.advance(seconds(world.settings.lag.tenant));
  const azurePeering = `${accepted.network}/virtualNetworkPeerings/to-aiven`;
  const [token, auxiliary] = [CUSTOMER_TENANT_ID, AIVEN_TENANT_ID].map(accepted.signIn);
  const context = { token, auxiliaryTokens: [auxiliary] };
  world.azure.peerings.put(context, azurePeering, { remoteVirtualNetworkId: accepted.aivenNetwork });
  return { accepted, azurePeering };
}
