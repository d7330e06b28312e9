import { seconds } from "../../src/clouds/clock";
import { createWorld, type World } from "../../src/clouds/world";
import { admitAiven, connect, createVpc, peerOf } from "./aiven-side";
import { asDeployer, createApplication, createNetwork, refusal, vnet } from "./people";

const azurePeering = (from: string, to: string) => `${vnet(from)}/virtualNetworkPeerings/to-${to}`;

/** A network, hub, and two others; a write of a peering takes that long. */
function networks(peeringWrite?: number): World {
  const world = createWorld({ lag: peeringWrite === undefined ? {} : { peeringWrite } });
  ["hub", "one", "two"].forEach((name, index) => createNetwork(world, name, [`10.${index + 1}.0.0/16`]));
  return world;
}

const peer = (world: World, from: string, to: string) => () =>
  world.azure.peerings.put(asDeployer(world), azurePeering(from, to), { remoteVirtualNetworkId: vnet(to) });

test("one peering of a network is changed at a time (AnotherOperationInProgress)", async () => {
  const world = networks(10);
  peer(world, "hub", "one")();
  expect(peer(world, "hub", "two")).toThrow(
    refusal({
      status: 429,
      code: "AnotherOperationInProgress",
      message: expect.stringMatching(
        /^Another operation on this or dependent resource is in progress\. To retrieve status of the operation use uri: https:/,
      ) as string,
    }),
  );
  await world.clock.advance(seconds(10));
  expect(peer(world, "hub", "two")).not.toThrow();
});

test("and none to a network whose own peering is being changed (ReferencedResourceNotProvisioned)", async () => {
  const world = networks(10);
  peer(world, "hub", "one")();
  expect(peer(world, "two", "hub")).toThrow(
    refusal({
      status: 400,
      code: "ReferencedResourceNotProvisioned",
      message: expect.stringContaining(
        `resource ${vnet("hub")} used by resource ${azurePeering("two", "hub")}`,
      ) as string,
    }),
  );
  await world.clock.advance(seconds(10));
  world.azure.peerings.delete(asDeployer(world), azurePeering("hub", "one"));
  expect(peer(world, "two", "hub")).toThrow("updating the resource is DeleteVirtualNetworkPeeringOperation.");
  await world.clock.advance(seconds(10));
  expect(peer(world, "two", "hub")).not.toThrow();
});

test("unless a setting says so, a peering is written in no time", () => {
  const world = networks();
  peer(world, "hub", "one")();
  expect(peer(world, "hub", "two")).not.toThrow();
  expect(peer(world, "two", "hub")).not.toThrow();
});

test("a network or a subnet keeps the network for as long as another setting says", async () => {
  const world = createWorld({ lag: { networkWrite: 30 } });
  createNetwork(world, "hub");
  createNetwork(world, "one", ["10.2.0.0/16"]);
  world.azure.subnets.put(asDeployer(world), `${vnet("hub")}/subnets/s`, { addressPrefixes: ["10.1.0.0/24"] });
  await world.clock.advance(seconds(29));
  expect(peer(world, "hub", "one")).toThrow(refusal({ status: 400, code: "ReferencedResourceNotProvisioned" }));
  await world.clock.advance(seconds(1));
  expect(peer(world, "hub", "one")).not.toThrow();
});

test("Aiven creates the peerings of one VPC one after the other", async () => {
  const world = createWorld({ lag: { rbac: 0, peeringWrite: 10 } });
  const { application } = createApplication(world);
  const vpc = await createVpc(world);
  const connections = ["one", "two", "three"].map((name, index) => {
    const network = createNetwork(world, name, [`10.${index + 1}.0.0/16`]);
    if (index === 0) admitAiven(world, network.split("/providers/")[0]);
    return connect(world, vpc, peerOf(application.clientId, network));
  });
  const states = () => connections.map(({ state }) => state);
  await world.clock.advance(seconds(60));
  expect(states()).toEqual(["PENDING_PEER", "APPROVED", "APPROVED"]);
  await world.clock.advance(seconds(10));
  expect(states()).toEqual(["PENDING_PEER", "PENDING_PEER", "APPROVED"]);
  await world.clock.advance(seconds(10));
  expect(states()).toEqual(["PENDING_PEER", "PENDING_PEER", "PENDING_PEER"]);
});
