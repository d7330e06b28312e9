import type { PeeringSettings } from "../../src/clouds/azure/peering-properties";
import { AIVEN_APPLICATION_ID } from "../../src/clouds/aiven/well-known";
import { hours } from "../../src/clouds/clock";
import { createWorld, type World } from "../../src/clouds/world";
import { CUSTOMER_TENANT_ID } from "../../src/clouds/settings";
import { acceptedConnection, connect, createVpc, peerOf } from "./aiven-side";
import { asDeployer, createNetwork, refusal, vnet } from "./people";

const azurePeering = (from: string, to: string) => `${vnet(from)}/virtualNetworkPeerings/to-${to}`;

function networks(...spaces: [string, string][]): World {
  const world = createWorld();
  for (const [name, range] of spaces) createNetwork(world, name, [range]);
  return world;
}

const peer = (world: World, from: string, to: string, settings: PeeringSettings = {}, syncRemoteAddressSpace = false) =>
  world.azure.peerings.put(asDeployer(world), azurePeering(from, to), {
    remoteVirtualNetworkId: vnet(to),
    settings,
    syncRemoteAddressSpace,
  });

function both(world: World, one: string, other: string): void {
  peer(world, one, other);
  peer(world, other, one);
}

describe("a network may not lead to one address twice (VnetAddressSpaceOverlapsWithAlreadyPeeredVnet)", () => {
  const hubAndTwins = () => networks(["hub", "10.0.0.0/24"], ["one", "10.1.0.0/16"], ["twin", "10.1.128.0/20"]);
  const refused = (first: string, from: string, to: string, second: string) =>
    refusal({
      status: 400,
      code: "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet",
      message: `Cannot create or update peering ${azurePeering(from, to)}. Virtual networks ${vnet(from)} and ${vnet(to)} cannot be peered because address space of the ${first} virtual network overlaps with address space of virtual network ${vnet("one")} already peered with the ${second} virtual network. Overlapping address prefixes: 10.1.128.0/20. For more information please refer to https://aka.ms/VnetPeeringInfo`,
    });

  test("from the network that would be the second of its range", () => {
    const world = hubAndTwins();
    both(world, "hub", "one");
    expect(() => peer(world, "twin", "hub")).toThrow(refused("first", "twin", "hub", "second"));
  });

  test("and from the network in the middle, which has created its side only", () => {
    const world = hubAndTwins();
    peer(world, "hub", "one");
    expect(() => peer(world, "hub", "twin")).toThrow(refused("second", "hub", "twin", "first"));
  });

  test("also while the first network is gone and only a peering to it is left", () => {
    const world = hubAndTwins();
    both(world, "hub", "one");
    world.byHand.deleteResource(vnet("one"));
    expect(() => peer(world, "twin", "hub")).toThrow(
      refusal({ code: "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet" }),
    );
    world.byHand.removeAzurePeering(azurePeering("hub", "one"));
    expect(() => peer(world, "twin", "hub")).not.toThrow();
  });

  test("networks that share no address may all be peers of one", () => {
    const world = networks(["hub", "10.0.0.0/24"], ["one", "10.1.0.0/17"], ["two", "10.1.128.0/17"]);
    both(world, "hub", "one");
    both(world, "hub", "two");
    expect(world.azure.peerings.of(vnet("hub"))).toHaveLength(2);
  });

  test("so Aiven finds a second network of one range INVALID_SPECIFICATION, and leaves the first alone", async () => {
    const world = createWorld();
    const { application, connection, vpc } = await acceptedConnection(world);
    const twin = createNetwork(world, "twin", ["10.1.0.0/24"]);
    const aiven = world.entra.directory.servicePrincipal(CUSTOMER_TENANT_ID, AIVEN_APPLICATION_ID);
    world.byHand.assignRole(aiven?.objectId ?? "", "Network Contributor", twin);
    await world.clock.advance(hours(1));
    const second = connect(world, vpc, peerOf(application.clientId, twin));
    await world.clock.advance(hours(1));
    expect(second).toMatchObject({
      state: "INVALID_SPECIFICATION",
      stateInfo: {
        type: "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet",
        message: expect.stringContaining("Overlapping address prefixes: 10.1.0.0/24.") as string,
      },
    });
    expect(connection.state).toBe("PENDING_PEER");
    const elsewhere = connect(world, await createVpc(world, "10.0.1.0/24"), peerOf(application.clientId, twin));
    await world.clock.advance(hours(1));
    expect(elsewhere.state).toBe("PENDING_PEER");
  });
});

describe("gateways", () => {
  const two = () => networks(["left", "10.1.0.0/16"], ["right", "10.2.0.0/16"]);

  test("a network without a gateway has none to lend (RemoteVnetHasNoGateways)", () => {
    const world = two();
    const use = () => peer(world, "left", "right", { useRemoteGateways: true });
    expect(use).toThrow(
      refusal({
        status: 400,
        code: "RemoteVnetHasNoGateways",
        message: `Peering ${azurePeering("left", "right")} cannot have UseRemoteGateway flag set to true because remote virtual network ${vnet("right")} referenced by the peering does not have any gateways. For more information please refer to https://aka.ms/VnetPeeringInfo`,
      }),
    );
    world.byHand.createGateway(vnet("left"));
    expect(use).toThrow(refusal({ code: "RemoteVnetHasNoGateways" }));
    world.byHand.createGateway(vnet("right"));
    expect(use().properties.settings.useRemoteGateways).toBe(true);
  });

  test("a peering cannot both lend and borrow one", () => {
    const world = two();
    world.byHand.createGateway(vnet("right"));
    expect(() => peer(world, "left", "right", { useRemoteGateways: true, allowGatewayTransit: true })).toThrow(
      refusal({ status: 400, message: expect.stringContaining("cannot have both") as string }),
    );
    expect(() => peer(world, "left", "right", { allowGatewayTransit: true })).not.toThrow();
  });
});

describe("sync levels", () => {
  const levels = (world: World) =>
    [
      ["left", "right"],
      ["right", "left"],
    ].map(([from, to]) => world.azure.peerings.between(vnet(from), vnet(to))?.properties.peeringSyncLevel);
  const connected = () => {
    const world = networks(["left", "10.1.0.0/16"], ["right", "10.2.0.0/16"]);
    both(world, "left", "right");
    return world;
  };

  test("a peering without its other side is not in sync", () => {
    const world = networks(["left", "10.1.0.0/16"], ["right", "10.2.0.0/16"]);
    expect(peer(world, "left", "right").properties).toMatchObject({
      peeringState: "Initiated",
      peeringSyncLevel: "RemoteNotInSync",
      remoteAddressSpace: ["10.2.0.0/16"],
    });
    peer(world, "right", "left");
    expect(levels(world)).toEqual(["FullyInSync", "FullyInSync"]);
  });

  test("when a network grows, the other network's peering must be synced, and both stay Connected", () => {
    const world = connected();
    world.byHand.growVirtualNetwork(vnet("left"), "10.9.0.0/16");
    expect(levels(world)).toEqual(["RemoteNotInSync", "LocalNotInSync"]);
    expect(world.azure.peerings.get(asDeployer(world), azurePeering("right", "left")).properties).toMatchObject({
      peeringState: "Connected",
      remoteAddressSpace: ["10.1.0.0/16"],
      remoteVirtualNetworkAddressSpace: ["10.1.0.0/16", "10.9.0.0/16"],
    });
  });

  test("a PUT with syncRemoteAddressSpace syncs that side; without it nothing is synced, and the other side never", () => {
    const world = connected();
    world.byHand.growVirtualNetwork(vnet("left"), "10.9.0.0/16");
    peer(world, "left", "right", {}, true);
    peer(world, "right", "left", {}, false);
    expect(levels(world)).toEqual(["RemoteNotInSync", "LocalNotInSync"]);
    peer(world, "right", "left", {}, true);
    expect(levels(world)).toEqual(["FullyInSync", "FullyInSync"]);
  });

  test("when both grow, both sides must be synced", () => {
    const world = connected();
    world.byHand.growVirtualNetwork(vnet("left"), "10.9.0.0/16");
    world.byHand.growVirtualNetwork(vnet("right"), "10.8.0.0/16");
    expect(levels(world)).toEqual(["LocalAndRemoteNotInSync", "LocalAndRemoteNotInSync"]);
    peer(world, "left", "right", {}, true);
    expect(levels(world)).toEqual(["RemoteNotInSync", "LocalNotInSync"]);
  });

  test("a range that is written in another order is the same", () => {
    const world = connected();
    world.byHand.growVirtualNetwork(vnet("left"), "10.9.0.0/16");
    peer(world, "right", "left", {}, true);
    world.azure.virtualNetworks.put(asDeployer(world), {
      id: vnet("left"),
      location: "westeurope",
      tags: {},
      addressSpace: ["10.9.0.0/16", "10.1.0.0/16"],
    });
    expect(levels(world)).toEqual(["FullyInSync", "FullyInSync"]);
  });
});
