import { createWorld, type World } from "../../src/clouds/world";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID } from "../../src/clouds/settings";
import { asDeployer, createApplication, createNetwork, refusal } from "./people";

const OTHER = "5ab50000-0000-4000-8000-000000000002";
const SUBSCRIPTION = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}`;
const roleId = (scope: string, guid: string) => `${scope}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
const guidOf = (world: World, name: string): string => world.azure.rbac.roleNamed(name)?.guid ?? "";

const assign = (world: World, principalId: string, scope: string, roleDefinitionId: string) =>
  world.azure.roleAssignments.create(asDeployer(world), scope, {
    principalId,
    roleDefinitionId,
    principalType: "ServicePrincipal",
  });

test.each([
  ["of the subscription", SUBSCRIPTION],
  ["without a subscription", ""],
  ["of another subscription", `/subscriptions/${OTHER}`],
])("a role id %s comes back with the subscription of the scope", (_kind, scope) => {
  const world = createWorld();
  const network = createNetwork(world);
  const guid = guidOf(world, "Reader");
  const { id, roleDefinitionId } = assign(
    world,
    createApplication(world).principal.objectId,
    network,
    roleId(scope, guid),
  );
  expect(roleDefinitionId).toBe(roleId(SUBSCRIPTION, guid));
  expect(world.azure.roleAssignments.get(asDeployer(world), id).roleDefinitionId).toBe(roleId(SUBSCRIPTION, guid));
});

test("a second assignment of one role to one principal at one scope is refused, whoever asks (RoleAssignmentExists)", () => {
  const world = createWorld();
  const network = createNetwork(world);
  const { objectId } = createApplication(world).principal;
  world.byHand.assignRole(objectId, "Reader", network);
  const again = (scope: string, role: string) => () =>
    assign(world, objectId, scope, roleId(SUBSCRIPTION, guidOf(world, role)));
  expect(again(network, "Reader")).toThrow(
    refusal({ status: 409, code: "RoleAssignmentExists", message: "The role assignment already exists." }),
  );
  expect(again(network, "Network Contributor")).not.toThrow();
  expect(again(SUBSCRIPTION, "Reader")).not.toThrow();
});

test("built-in roles can be read at the root by anybody, and in a subscription by whoever may read there", () => {
  const world = createWorld({ lag: { secret: 0 } });
  const { signIn } = createApplication(world);
  const context = { token: signIn(CUSTOMER_TENANT_ID) };
  const { roleDefinitions } = world.azure;
  const guid = guidOf(world, "Reader");
  expect(roleDefinitions.get(context, "/", guid).name).toBe("Reader");
  expect(roleDefinitions.list(context, "/").map(({ name }) => name)).toContain("Reader");
  expect(() => roleDefinitions.get(context, SUBSCRIPTION, guid)).toThrow(refusal({ code: "AuthorizationFailed" }));
  expect(roleDefinitions.get(asDeployer(world), SUBSCRIPTION, guid).name).toBe("Reader");
});
