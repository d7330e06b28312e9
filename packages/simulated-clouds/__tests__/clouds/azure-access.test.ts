import { AIVEN_SUBSCRIPTION_ID } from "../../src/clouds/aiven/well-known";
import { minutes, seconds } from "../../src/clouds/clock";
import { createWorld } from "../../src/clouds/world";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID } from "../../src/clouds/settings";
import { asDeployer, createApplication, createNetwork, deployer, grant, refusal } from "./people";

const SUBSCRIPTION = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}`;
const READ = "Microsoft.Network/virtualNetworks/read";

test("a role assignment is effective only after the lag, and not before", async () => {
  const world = createWorld({ lag: { rbac: 600, secret: 0 } });
  const network = createNetwork(world);
  const { principal, signIn } = createApplication(world);
  grant(world, principal.objectId, network, READ);
  const read = () => world.azure.virtualNetworks.get({ token: signIn(CUSTOMER_TENANT_ID) }, network);
  await world.clock.advance(minutes(10) - seconds(1));
  expect(read).toThrow(refusal({ status: 403, code: "AuthorizationFailed" }));
  await world.clock.advance(seconds(1));
  expect(read()).toMatchObject({ id: network });
});

test("AuthorizationFailed names the client, the action and the scope", () => {
  const world = createWorld({ lag: { secret: 0 } });
  const network = createNetwork(world);
  const { application, principal, signIn } = createApplication(world);
  expect(() => world.azure.virtualNetworks.get({ token: signIn(CUSTOMER_TENANT_ID) }, network)).toThrow(
    `The client '${application.clientId}' with object id '${principal.objectId}' does not have authorization to perform action '${READ}' over scope '${network}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
});

test("listing resource providers needs the right at the subscription: one at a network in it is not enough", () => {
  const world = createWorld({ lag: { rbac: 0, secret: 0 } });
  const network = createNetwork(world);
  const { principal, signIn } = createApplication(world);
  const list = () =>
    world.azure.resourceProviders.list({ token: signIn(CUSTOMER_TENANT_ID) }, CUSTOMER_SUBSCRIPTION_ID);
  grant(world, principal.objectId, network, "Microsoft.Resources/subscriptions/providers/read");
  expect(list).toThrow(`over scope '${SUBSCRIPTION}'`);
  grant(world, principal.objectId, SUBSCRIPTION, "Microsoft.Resources/subscriptions/providers/read");
  expect(list().map(({ namespace }) => namespace)).toContain("Microsoft.Network");
});

test("a right ends with its assignment", () => {
  const world = createWorld({ lag: { rbac: 0, secret: 0 } });
  const network = createNetwork(world);
  const { principal, signIn } = createApplication(world);
  const assignment = grant(world, principal.objectId, network, READ);
  const read = () => world.azure.virtualNetworks.get({ token: signIn(CUSTOMER_TENANT_ID) }, network);
  read();
  world.byHand.removeRoleAssignment(assignment);
  expect(read).toThrow(refusal({ code: "AuthorizationFailed" }));
});

test("a deployer who is Contributor but no User Access Administrator cannot assign roles", () => {
  const world = createWorld({ deployer: { azureRoles: ["Contributor"] } });
  const network = createNetwork(world);
  const { principal } = createApplication(world);
  expect(() => grant(world, principal.objectId, network, READ)).toThrow(
    "does not have authorization to perform action 'Microsoft.Authorization/roleDefinitions/write'",
  );
  expect(world.azure.virtualNetworks.get(asDeployer(world), network).id).toBe(network);
});

test("a fresh principal is unknown to ARM unless the assignment says what it is (PrincipalNotFound)", async () => {
  const world = createWorld({ lag: { principal: 30 } });
  const { principal } = createApplication(world);
  const reader = world.azure.rbac.roleNamed("Reader");
  const assign = (principalType?: string) => () =>
    world.azure.roleAssignments.create(asDeployer(world), SUBSCRIPTION, {
      principalId: principal.objectId,
      roleDefinitionId: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${reader?.guid}`,
      principalType,
    });
  expect(assign()).toThrow(refusal({ status: 400, code: "PrincipalNotFound" }));
  expect(assign("ServicePrincipal")).not.toThrow();
  await world.clock.advance(seconds(30));
  expect(assign()).toThrow(refusal({ status: 409, code: "RoleAssignmentExists" }));
});

test("a custom role's name is taken for the whole tenant, whatever the scope (RoleDefinitionWithSameNameExists)", () => {
  const other = "5ab50000-0000-4000-8000-000000000002";
  const subscriptions = [CUSTOMER_SUBSCRIPTION_ID, other].map((id) => ({ id, name: id }));
  const world = createWorld({ customer: { subscriptions } });
  const define = (subscription: string) => () =>
    world.azure.roleDefinitions.put(asDeployer(world), `/subscriptions/${subscription}`, undefined, {
      name: "Aiven peering",
      permissions: [],
      assignableScopes: [`/subscriptions/${subscription}`],
    });
  define(CUSTOMER_SUBSCRIPTION_ID)();
  expect(define(other)).toThrow(
    refusal({
      status: 409,
      code: "RoleDefinitionWithSameNameExists",
      message: expect.stringMatching(/^A custom role with the same name already exists in this directory\./) as string,
    }),
  );
});

test("a role in use cannot be deleted", () => {
  const world = createWorld();
  const network = createNetwork(world);
  const { principal } = createApplication(world);
  const assignment = grant(world, principal.objectId, network, READ);
  const { guid } = world.azure.rbac.definitions[world.azure.rbac.definitions.length - 1];
  const remove = () => world.azure.roleDefinitions.delete(asDeployer(world), SUBSCRIPTION, guid);
  expect(remove).toThrow(refusal({ code: "RoleDefinitionHasAssignments" }));
  world.azure.roleAssignments.delete(asDeployer(world), assignment);
  expect(remove).not.toThrow();
});

test("a token of one tenant opens no subscription of another", () => {
  const world = createWorld();
  expect(() => world.azure.resourceProviders.list(asDeployer(world), AIVEN_SUBSCRIPTION_ID)).toThrow(
    refusal({ status: 401, code: "InvalidAuthenticationTokenTenant" }),
  );
});

test("a subscription nobody has is SubscriptionNotFound", () => {
  const world = createWorld();
  expect(() => world.azure.resourceProviders.list({ token: deployer(world) }, "no-such")).toThrow(
    "The subscription 'no-such' could not be found.",
  );
});
