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

describe("a custom role of a resource group", () => {
  const OWNED = `${SUBSCRIPTION}/resourceGroups/network`;
  const NOT_OWNED = `${SUBSCRIPTION}/resourceGroups/other`;
  const READ = { actions: ["Microsoft.Network/*/read"], notActions: [], dataActions: [], notDataActions: [] };

  /** The deployer owns one group, and has no right at the subscription. */
  function start() {
    const world = createWorld({ deployer: { azureRoles: [] }, lag: { rbac: 0 } });
    const network = createNetwork(world);
    world.byHand.createResourceGroup(NOT_OWNED);
    world.byHand.assignRole(world.deployer.user?.objectId ?? "", "Owner", OWNED);
    const define = (scope: string, ...assignableScopes: string[]) =>
      world.azure.roleDefinitions.put(asDeployer(world), scope, undefined, {
        name: "read networks",
        permissions: [READ],
        assignableScopes,
      });
    return { world, network, define };
  }

  test("is defined by the group's owner, who may define none at the subscription", () => {
    const { define } = start();
    expect(() => define(SUBSCRIPTION, SUBSCRIPTION)).toThrow(refusal({ status: 403, code: "AuthorizationFailed" }));
    expect(define(OWNED, OWNED).assignableScopes).toEqual([OWNED]);
  });

  test.each([SUBSCRIPTION, NOT_OWNED])(
    "needs the right to define in each scope where it can be assigned: %s",
    (scope) => {
      const { define } = start();
      expect(() => define(OWNED, OWNED, scope)).toThrow(
        refusal({
          status: 403,
          code: "LinkedAuthorizationFailed",
          message: expect.stringContaining(`'${scope}'`) as string,
        }),
      );
    },
  );

  test("is removed only by who may in each of those scopes", () => {
    const { world, define } = start();
    const { guid } = define(OWNED, OWNED);
    const role = world.azure.rbac.definitions.find((each) => each.guid === guid) ?? {};
    Object.assign(role, { assignableScopes: [OWNED, NOT_OWNED] });
    const remove = () => world.azure.roleDefinitions.delete(asDeployer(world), OWNED, guid);
    expect(remove).toThrow(refusal({ status: 403, code: "LinkedAuthorizationFailed" }));
    Object.assign(role, { assignableScopes: [OWNED] });
    expect(remove).not.toThrow();
  });

  test("is assigned in the group, and nowhere else", () => {
    const { world, network, define } = start();
    const { objectId } = world.deployer.user ?? { objectId: "" };
    const id = roleId(SUBSCRIPTION, define(OWNED, OWNED).guid);
    world.byHand.assignRole(objectId, "Owner", NOT_OWNED);
    expect(assign(world, objectId, network, id).roleDefinitionId).toBe(id);
    expect(() => assign(world, objectId, NOT_OWNED, id)).toThrow(
      refusal({ status: 400, code: "RoleDefinitionDoesNotExist" }),
    );
  });

  test("is read by the id that ARM gives it, the subscription's, by whoever may read it in the group", () => {
    const { world, define } = start();
    const { guid } = define(OWNED, OWNED);
    const { roleDefinitions } = world.azure;
    expect(roleDefinitions.get(asDeployer(world), SUBSCRIPTION, guid).name).toBe("read networks");
    const { objectId } = world.deployer.user ?? { objectId: "" };
    const owner = world.azure.rbac.assignments.findIndex(({ principalId }) => principalId === objectId);
    world.azure.rbac.assignments.splice(owner, 1);
    world.byHand.assignRole(objectId, "Owner", NOT_OWNED);
    expect(() => roleDefinitions.get(asDeployer(world), SUBSCRIPTION, guid)).toThrow(
      refusal({ code: "AuthorizationFailed" }),
    );
  });
});
