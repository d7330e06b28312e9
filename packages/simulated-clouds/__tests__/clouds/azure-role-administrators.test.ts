import { createWorld, type World } from "../../src/clouds/world";
import { CUSTOMER_SUBSCRIPTION_ID, type SettingsInput } from "../../src/clouds/settings";
import { asDeployer, createApplication, createNetwork, refusal, vnet } from "./people";

const SUBSCRIPTION = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}`;
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const ADMINISTRATOR = "Role Based Access Control Administrator";
const peering = {
  guid: "9f000000-0000-4000-8000-000000000001",
  name: "peering",
  actions: ["Microsoft.Network/virtualNetworks/peer/action"],
};

function worldOf(deployer: SettingsInput["deployer"]): World {
  const world = createWorld({ deployer, customer: { roles: [peering] } });
  createNetwork(world);
  return world;
}

function assign(world: World, roleGuid: string, principalId = createApplication(world).principal.objectId) {
  const roleDefinitionId = `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${roleGuid}`;
  const input = { principalId, roleDefinitionId, principalType: "ServicePrincipal" };
  return world.azure.roleAssignments.create(asDeployer(world), vnet("vnet"), input);
}

const define = (world: World) => () =>
  world.azure.roleDefinitions.put(asDeployer(world), SUBSCRIPTION, undefined, {
    name: "another",
    permissions: [],
    assignableScopes: [SUBSCRIPTION],
  });

test("an RBAC Administrator assigns roles that are there, and takes them away, but defines none", () => {
  const world = worldOf({ azureRoles: [ADMINISTRATOR] });
  const { id } = assign(world, peering.guid);
  expect(() => world.azure.roleAssignments.delete(asDeployer(world), id)).not.toThrow();
  expect(define(world)).toThrow(
    "does not have authorization to perform action 'Microsoft.Authorization/roleDefinitions/write'",
  );
  expect(world.azure.virtualNetworks.get(asDeployer(world), vnet("vnet")).id).toBe(vnet("vnet"));
  expect(() => world.azure.virtualNetworks.delete(asDeployer(world), vnet("vnet"))).toThrow(
    refusal({ code: "AuthorizationFailed" }),
  );
});

test("a Contributor does neither", () => {
  const world = worldOf({ azureRoles: ["Contributor"] });
  expect(define(world)).toThrow("'Microsoft.Authorization/roleDefinitions/write'");
  expect(() => assign(world, READER)).toThrow(
    "does not have authorization to perform action 'Microsoft.Authorization/roleAssignments/write'",
  );
});

test("under a condition only the roles it names are assigned or taken away", () => {
  const world = worldOf({ azureRoles: ["Contributor", ADMINISTRATOR], assignableRoles: [peering.guid] });
  const { principalObjectId, client } = asDeployer(world).token;
  const { principal } = createApplication(world);
  world.byHand.assignRole(principal.objectId, "Network Contributor", vnet("vnet"));
  const others = world.azure.rbac.assignments.at(-1)?.id ?? "";
  expect(() => assign(world, READER)).toThrow(
    refusal({
      status: 403,
      code: "AuthorizationFailed",
      message: expect.stringMatching(
        new RegExp(
          `^The client '${client}' with object id '${principalObjectId}' has an authorization with ABAC condition that is not fulfilled to perform action 'Microsoft.Authorization/roleAssignments/write' over scope '${vnet("vnet")}/`,
        ),
      ) as string,
    }),
  );
  expect(() => world.azure.roleAssignments.delete(asDeployer(world), others)).toThrow(
    "'Microsoft.Authorization/roleAssignments/delete'",
  );
  const { id } = assign(world, peering.guid);
  expect(() => world.azure.roleAssignments.delete(asDeployer(world), id)).not.toThrow();
  expect(world.azure.virtualNetworks.get(asDeployer(world), vnet("vnet")).id).toBe(vnet("vnet"));
});

test("another right without a condition is enough", () => {
  const world = worldOf({ azureRoles: [ADMINISTRATOR], assignableRoles: [peering.guid] });
  world.byHand.assignRole(asDeployer(world).token.principalObjectId, "User Access Administrator", vnet("vnet"));
  expect(() => assign(world, READER)).toThrow("ABAC condition");
  return world.clock.advance(60_000).then(() => expect(() => assign(world, READER)).not.toThrow());
});
