import { seconds } from "../../src/clouds/clock";
import { createWorld, type World } from "../../src/clouds/world";
import { CUSTOMER_SUBSCRIPTION_ID } from "../../src/clouds/settings";
import { resourceId } from "../../src/clouds/azure/resource-id";
import { asDeployer, createNetwork, GROUP, vnet, refusal } from "./people";

const subnet = (name: string) => `${vnet("vnet")}/subnets/${name}`;
const network = (type: string, name: string) =>
  resourceId(CUSTOMER_SUBSCRIPTION_ID, "network", "Microsoft.Network", type, name);
const putSubnet = (world: World, name: string, prefix: string) => () =>
  world.azure.subnets.put(asDeployer(world), subnet(name), { addressPrefixes: [prefix] });
const putPlain = (world: World, id: string, uses: string[] = []) =>
  world.azure.plain.put(asDeployer(world), { id, location: "westeurope", tags: {}, settings: {}, uses });

test("a resource needs its resource group", () => {
  const world = createWorld();
  expect(() => putPlain(world, network("publicIPAddresses", "ip"))).toThrow(
    "Resource group 'network' could not be found.",
  );
});

test("ids are compared without case and keep the spelling of their creation", () => {
  const world = createWorld();
  createNetwork(world, "vnet");
  expect(world.azure.virtualNetworks.get(asDeployer(world), vnet("VNET").toUpperCase()).id).toBe(vnet("vnet"));
});

test("a subnet lies within its network's ranges and overlaps no other", () => {
  const world = createWorld();
  createNetwork(world);
  putSubnet(world, "one", "10.1.0.0/24")();
  expect(putSubnet(world, "two", "10.2.0.0/24")).toThrow(
    refusal({ status: 400, code: "NetcfgSubnetRangeOutsideVnet" }),
  );
  expect(putSubnet(world, "two", "10.1.0.128/25")).toThrow(refusal({ code: "NetcfgSubnetRangesOverlap" }));
  expect(putSubnet(world, "two", "10.1.1.0/24")).not.toThrow();
  expect(putSubnet(world, "one", "10.1.0.0/25")).not.toThrow();
});

test("a network cannot lose the range of one of its subnets", () => {
  const world = createWorld();
  createNetwork(world);
  putSubnet(world, "one", "10.1.0.0/24")();
  const put = (addressSpace: string[]) => () =>
    world.azure.virtualNetworks.put(asDeployer(world), {
      id: vnet("vnet"),
      location: "westeurope",
      tags: {},
      addressSpace,
    });
  expect(put(["10.2.0.0/16"])).toThrow(refusal({ code: "InUsePrefixCannotBeDeleted" }));
  expect(put(["10.1.0.0/20", "10.2.0.0/16"])).not.toThrow();
});

test("a subnet with an interface in it cannot be deleted, nor its network", () => {
  const world = createWorld();
  createNetwork(world);
  putSubnet(world, "one", "10.1.0.0/24")();
  const nic = network("networkInterfaces", "nic");
  putPlain(world, nic, [subnet("one")]);
  const inUse = refusal({ status: 400, code: "InUseSubnetCannotBeDeleted" });
  expect(() => world.azure.subnets.delete(asDeployer(world), subnet("one"))).toThrow(inUse);
  expect(() => world.azure.virtualNetworks.delete(asDeployer(world), vnet("vnet"))).toThrow(inUse);
  world.azure.plain.delete(asDeployer(world), nic);
  expect(() => world.azure.subnets.delete(asDeployer(world), subnet("one"))).not.toThrow();
});

test("what another resource uses must exist and cannot be deleted", () => {
  const world = createWorld();
  createNetwork(world);
  const [ip, nic] = [network("publicIPAddresses", "ip"), network("networkInterfaces", "nic")];
  expect(() => putPlain(world, nic, [ip])).toThrow(refusal({ code: "InvalidResourceReference" }));
  putPlain(world, ip);
  putPlain(world, nic, [ip]);
  expect(() => world.azure.plain.delete(asDeployer(world), ip)).toThrow(refusal({ status: 400 }));
  world.azure.plain.delete(asDeployer(world), nic);
  expect(() => world.azure.plain.delete(asDeployer(world), ip)).not.toThrow();
});

test("a resource that is not there is ResourceNotFound", () => {
  const world = createWorld();
  createNetwork(world);
  expect(() => world.azure.virtualNetworks.get(asDeployer(world), vnet("other"))).toThrow(
    refusal({
      status: 404,
      code: "ResourceNotFound",
      message: expect.stringContaining(
        "The Resource 'Microsoft.Network/virtualNetworks/other' under resource group 'network' was not found.",
      ) as string,
    }),
  );
});

test("deleting a resource group takes everything in it along and disconnects peers elsewhere", async () => {
  const world = createWorld();
  createNetwork(world);
  putSubnet(world, "one", "10.1.0.0/24")();
  await world.clock.advance(seconds(world.settings.lag.networkWrite));
  const elsewhere = resourceId(CUSTOMER_SUBSCRIPTION_ID, "other", "Microsoft.Network", "virtualNetworks", "far");
  world.byHand.createResourceGroup(`/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}/resourceGroups/other`);
  world.byHand.createVirtualNetwork(elsewhere, ["10.8.0.0/16"]);
  const { peerings, resourceGroups } = world.azure;
  peerings.put(asDeployer(world), `${elsewhere}/virtualNetworkPeerings/p`, { remoteVirtualNetworkId: vnet("vnet") });
  peerings.put(asDeployer(world), `${vnet("vnet")}/virtualNetworkPeerings/p`, { remoteVirtualNetworkId: elsewhere });
  resourceGroups.delete(asDeployer(world), GROUP, (resource) => world.azure.erase(resource));
  expect(world.azure.resources.within(GROUP)).toEqual([]);
  expect(peerings.between(elsewhere, vnet("vnet"))?.properties.peeringState).toBe("Disconnected");
});
