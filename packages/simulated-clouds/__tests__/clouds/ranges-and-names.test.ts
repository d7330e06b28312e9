import { createWorld, type World } from "../../src/clouds/world";
import { CUSTOMER_SUBSCRIPTION_ID, type SettingsInput } from "../../src/clouds/settings";
import { acceptedConnection, CALLER, PROJECT } from "./aiven-side";
import { asDeployer, GROUP, refusal, vnet } from "./people";

const POOL = `${GROUP}/providers/Microsoft.Network/networkManagers/manager/ipamPools/pool`;

function put(world: World, name: string, change: { addressSpace?: string[]; addresses?: number; poolId?: string }) {
  world.byHand.createResourceGroup(GROUP);
  const { addressSpace = [], addresses, poolId = POOL } = change;
  return world.azure.virtualNetworks.put(asDeployer(world), {
    id: vnet(name),
    location: "westeurope",
    tags: {},
    addressSpace,
    pools: addresses === undefined ? [] : [{ poolId, numberOfIpAddresses: addresses }],
  });
}

test.each([
  "127.0.0.0/8",
  "127.1.0.0/16",
  "169.254.7.0/24",
  "224.0.0.0/8",
  "239.1.0.0/16",
  "168.63.129.0/24",
  "168.0.0.0/8",
])("no network holds %s", (range) => {
  expect(() => put(createWorld(), "vnet", { addressSpace: ["10.1.0.0/16", range] })).toThrow(
    refusal({ status: 400, message: expect.stringContaining(`Address prefix ${range} of virtual network`) as string }),
  );
});

test.each(["126.0.0.0/8", "128.0.0.0/16", "169.253.0.0/16", "223.0.0.0/8", "168.63.128.0/24", "240.0.0.0/16"])(
  "a network may hold %s",
  (range) => {
    expect(put(createWorld(), "vnet", { addressSpace: [range] }).properties.addressSpace).toEqual([range]);
  },
);

test("an Aiven VPC in Azure holds none of them either", () => {
  const { vpcs } = createWorld().aiven;
  const create = (cloudName: string) => () =>
    vpcs.create(CALLER, PROJECT, { cloudName, networkCidr: "169.254.0.0/24" });
  expect(create("azure-westeurope")).toThrow(refusal({ status: 400, code: "VpcCreate" }));
  expect(create("aws-eu-west-1")).not.toThrow();
});

describe("ranges from a pool", () => {
  const pooled = (addressPrefixes = ["10.64.0.0/22"], customer: SettingsInput["customer"] = {}) =>
    createWorld({ customer: { ipamPools: [{ id: POOL, addressPrefixes }], ...customer } });
  const ranges = (world: World, name: string, addresses: number) =>
    put(world, name, { addresses }).properties.addressSpace;

  test("are the first that are free and large enough, and stay", () => {
    const world = pooled();
    expect(ranges(world, "one", 256)).toEqual(["10.64.0.0/24"]);
    expect(ranges(world, "two", 257)).toEqual(["10.64.2.0/23"]);
    expect(ranges(world, "three", 100)).toEqual(["10.64.1.0/25"]);
    expect(ranges(world, "one", 256)).toEqual(["10.64.0.0/24"]);
    expect(ranges(world, "three", 200)).toEqual(["10.64.1.0/25", "10.64.1.128/25"]);
  });

  test("come back when their network goes, and end with the pool", () => {
    const world = pooled(["10.64.0.0/24"]);
    expect(ranges(world, "one", 256)).toEqual(["10.64.0.0/24"]);
    expect(() => ranges(world, "two", 1)).toThrow(refusal({ status: 400 }));
    world.azure.virtualNetworks.delete(asDeployer(world), vnet("one"));
    expect(ranges(world, "two", 1)).toEqual(["10.64.0.0/32"]);
  });

  test("need a pool", () => {
    expect(() => put(pooled(), "vnet", { addresses: 1, poolId: `${POOL}-2` })).toThrow(refusal({ status: 404 }));
  });
});

test("a resource group may have letters of any script in its name, to Aiven too", async () => {
  const world = createWorld({ lag: { rbac: 0 } });
  const { vpc, application } = await acceptedConnection(world);
  const group = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}/resourceGroups/größe_網路`;
  world.byHand.createResourceGroup(group);
  const id = `${group}/providers/Microsoft.Network/virtualNetworks/vnet`;
  world.byHand.createVirtualNetwork(id, ["10.7.0.0/16"]);
  expect(world.azure.virtualNetworks.get(asDeployer(world), id).id).toBe(id);
  const aiven = world.entra.directory.servicePrincipals.find(
    ({ displayName, tenantId }) =>
      displayName === "aiven-prod-executor" && tenantId === world.settings.customer.tenantId,
  );
  world.byHand.assignRole(aiven?.objectId ?? "", "Network Contributor", id);
  const connection = world.aiven.peeringConnections.create(CALLER, PROJECT, vpc.id, {
    peerCloudAccount: CUSTOMER_SUBSCRIPTION_ID,
    peerResourceGroup: "größe_網路",
    peerVpc: "vnet",
    peerAzureAppId: application.clientId,
    peerAzureTenantId: world.settings.customer.tenantId,
  });
  await world.clock.advance(60_000);
  expect(connection.state).toBe("PENDING_PEER");
});
