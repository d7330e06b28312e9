import type { RequestContext } from "../../src/clouds/azure/arm";
import { resourceGroupId, resourceId } from "../../src/clouds/azure/resource-id";
import type { Token } from "../../src/clouds/entra/tokens";
import type { World } from "../../src/clouds/world";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID } from "../../src/clouds/settings";

export const GROUP = resourceGroupId(CUSTOMER_SUBSCRIPTION_ID, "network");
export const vnet = (name: string): string =>
  resourceId(CUSTOMER_SUBSCRIPTION_ID, "network", "Microsoft.Network", "virtualNetworks", name);

export function deployer(world: World): Token {
  const { user } = world.deployer;
  if (!user) throw new Error("the deployer of this world is no person");
  return world.entra.tokens.forUser(user, CUSTOMER_TENANT_ID);
}

export const asDeployer = (world: World): RequestContext => ({ token: deployer(world) });

/** A multi-tenant application with a principal in the customer's tenant and a secret, made by the deployer. */
export function createApplication(
  world: World,
  audience: "AzureADMyOrg" | "AzureADMultipleOrgs" = "AzureADMultipleOrgs",
) {
  const token = deployer(world);
  const { entra } = world;
  const application = entra.applications.create(token, { displayName: "peering", signInAudience: audience });
  const principal = entra.servicePrincipals.create(token, application.clientId);
  const password = entra.credentials.addPassword(token, application.objectId, {});
  const signIn = (tenantId: string): Token =>
    entra.token({ tenantId, clientId: application.clientId, credential: { secret: password.secretText } });
  return { application, principal, password, signIn };
}

export function createNetwork(world: World, name = "vnet", addressSpace = ["10.1.0.0/16"]): string {
  world.byHand.createResourceGroup(GROUP);
  world.byHand.createVirtualNetwork(vnet(name), addressSpace);
  return vnet(name);
}

/** A custom role with these actions, held by the principal at the scope; effective after the usual lag. */
export function grant(world: World, principalId: string, scope: string, ...actions: string[]): string {
  const { azure } = world;
  const permission = { actions, notActions: [], dataActions: [], notDataActions: [] };
  const role = azure.roleDefinitions.put(asDeployer(world), `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}`, undefined, {
    name: `role ${azure.rbac.definitions.length}`,
    permissions: [permission],
    assignableScopes: [`/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}`],
  });
  const roleDefinitionId = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/${role.guid}`;
  const input = { principalId, roleDefinitionId, principalType: "ServicePrincipal" };
  return azure.roleAssignments.create(asDeployer(world), scope, input).id;
}

/** For `toThrow`: what an API returns when it refuses. */
export const refusal = (response: { status?: number; code?: string; message?: string; body?: string }): Error =>
  expect.objectContaining(response) as Error;
