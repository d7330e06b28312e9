import { createWorld, type World } from "../../src/clouds/world";
import { CUSTOMER_SUBSCRIPTION_ID } from "../../src/clouds/settings";
import { asDeployer, createApplication, createNetwork, grant, GROUP, refusal, vnet } from "./people";

const SUBSCRIPTION = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}`;
const SUBNET = `${vnet("vnet")}/subnets/one`;

const writeSubnet = (world: World) => () =>
  world.azure.subnets.put(asDeployer(world), SUBNET, { addressPrefixes: ["10.1.0.0/24"] });
const deleteSubnet = (world: World) => () => world.azure.subnets.delete(asDeployer(world), SUBNET);
const deleteGroup = (world: World) => () =>
  world.azure.resourceGroups.delete(asDeployer(world), GROUP, (resource) => world.azure.erase(resource));

const locked = (operation: string, scope: string, id = SUBNET) =>
  refusal({
    status: 409,
    code: "ScopeLocked",
    message: `The scope '${id}' cannot perform ${operation} operation because following scope(s) are locked: '${scope}'. Please remove the lock and try again.`,
  });

describe.each([
  ["subscription", SUBSCRIPTION],
  ["group", GROUP],
  ["network", vnet("vnet")],
])("on the %s", (_what, scope) => {
  test("CanNotDelete lets what is below be written, not deleted, until it is removed", () => {
    const world = createWorld();
    createNetwork(world);
    world.byHand.lock(scope, "CanNotDelete");
    expect(writeSubnet(world)).not.toThrow();
    expect(deleteSubnet(world)).toThrow(locked("delete", scope));
    world.byHand.unlock(scope);
    expect(deleteSubnet(world)).not.toThrow();
  });

  test("ReadOnly refuses writes too; reading goes on", () => {
    const world = createWorld({ customer: { locks: [{ scope, level: "ReadOnly" }] } });
    createNetwork(world);
    expect(writeSubnet(world)).toThrow(locked("write", scope));
    expect(deleteSubnet(world)).toThrow(locked("delete", scope));
    expect(world.azure.virtualNetworks.get(asDeployer(world), vnet("vnet")).id).toBe(vnet("vnet"));
  });

  test("a group is not deleted either, nor a role assignment at the network", () => {
    const world = createWorld();
    createNetwork(world);
    const { principal } = createApplication(world);
    const assignment = grant(world, principal.objectId, vnet("vnet"), "Microsoft.Network/virtualNetworks/read");
    world.byHand.lock(scope, "CanNotDelete");
    expect(deleteGroup(world)).toThrow(locked("delete", scope, GROUP));
    expect(() => world.azure.roleAssignments.delete(asDeployer(world), assignment)).toThrow(
      locked("delete", scope, assignment),
    );
  });
});

test("a lock holds for nothing beside or above it", () => {
  const world = createWorld();
  createNetwork(world);
  createNetwork(world, "other", ["10.2.0.0/16"]);
  world.byHand.lock(vnet("other"), "ReadOnly");
  expect(writeSubnet(world)).not.toThrow();
  expect(deleteSubnet(world)).not.toThrow();
  world.byHand.lock(vnet("vnet-2"), "ReadOnly");
  expect(writeSubnet(world)).not.toThrow();
});

test("who may not do it at all hears of that first", () => {
  const world = createWorld({ deployer: { azureRoles: ["Reader"] } });
  createNetwork(world);
  world.byHand.lock(GROUP, "CanNotDelete");
  expect(deleteSubnet(world)).toThrow(refusal({ status: 403, code: "AuthorizationFailed" }));
});
