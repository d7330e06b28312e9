import { AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { accounts, arm, type SettingsInput, time } from "simulated-clouds";
import { Deployment, SUBSCRIPTION_ID, TENANT_ID } from "../support/deployment";
import { existingApplication } from "../support/identities";

const NETWORK_ID = arm.resourceId(SUBSCRIPTION_ID, "Hub-RG", "Microsoft.Network", "virtualNetworks", "Hub-VNet");
export const virtualNetwork = AzureVirtualNetwork.fromId(NETWORK_ID, { location: "japaneast" });

const APPLICATION = {
  guid: "9f000000-0000-4000-8000-000000000001",
  name: "peer",
  actions: ["read", "write", "delete"].map(
    (verb) => `Microsoft.Network/virtualNetworks/virtualNetworkPeerings/${verb}`,
  ),
};
export const AIVEN = {
  guid: "9f000000-0000-4000-8000-000000000002",
  name: "be peered",
  actions: ["Microsoft.Network/virtualNetworks/peer/action"],
};
const idOf = ({ guid }: { guid: string }) =>
  `/subscriptions/${SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
export const roles = { applicationRoleDefinitionId: idOf(APPLICATION), aivenRoleDefinitionId: idOf(AIVEN) };

/** A network, and roles, that are there before; Aiven's service principal too. */
export async function prepared(settings: SettingsInput): Promise<Deployment> {
  const customer = { roles: [APPLICATION, AIVEN] };
  const deployment = await Deployment.fresh({ aivenPrincipalExists: true, customer, ...settings });
  deployment.world.byHand.createResourceGroup(arm.resourceGroupId(SUBSCRIPTION_ID, "Hub-RG"), "japaneast");
  deployment.world.byHand.createVirtualNetwork(NETWORK_ID, ["10.1.0.0/16"], "japaneast");
  return deployment;
}

/** What somebody with more rights does. */
export async function assign({ world }: Deployment, role: { name: string }, clientId: string): Promise<void> {
  const principal = world.entra.directory.servicePrincipal(TENANT_ID, clientId);
  world.byHand.assignRole(principal?.objectId as string, role.name, NETWORK_ID);
  await world.clock.advance(time.seconds(world.settings.lag.rbac));
}
export async function assignBoth(deployment: Deployment): Promise<void> {
  await assign(deployment, APPLICATION, existingApplication().clientId);
  await assign(deployment, AIVEN, accounts.aivenApplicationId);
}
