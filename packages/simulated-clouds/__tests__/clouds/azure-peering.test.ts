import { AIVEN_TENANT_ID } from "../../src/clouds/aiven/well-known";
import { minutes, seconds } from "../../src/clouds/clock";
import { createWorld, type World } from "../../src/clouds/world";
import { CUSTOMER_TENANT_ID } from "../../src/clouds/settings";
import { asDeployer, createNetwork, vnet, refusal } from "./people";
import { acceptedConnection } from "./aiven-side";

const azurePeering = (from: string, name: string) => `${vnet(from)}/virtualNetworkPeerings/${name}`;

function twoNetworks(left = ["10.1.0.0/16"], right = ["10.2.0.0/16"]): World {
  const world = createWorld();
  createNetwork(world, "left", left);
  createNetwork(world, "right", right);
  return world;
}

function peer(world: World, from: string, to: string, name = `to-${to}`) {
  return world.azure.peerings.put(asDeployer(world), azurePeering(from, name), { remoteVirtualNetworkId: vnet(to) });
}

const state = (world: World, from: string, to: string) =>
  world.azure.peerings.between(vnet(from), vnet(to))?.properties.peeringState;

test("the first side is Initiated, the second makes both Connected", () => {
  const world = twoNetworks();
  expect(peer(world, "left", "right").properties.peeringState).toBe("Initiated");
  expect(peer(world, "right", "left").properties.peeringState).toBe("Connected");
  expect(state(world, "left", "right")).toBe("Connected");
});

test("deleting one side leaves the other Disconnected", () => {
  const world = twoNetworks();
  peer(world, "left", "right");
  peer(world, "right", "left");
  world.azure.peerings.delete(asDeployer(world), azurePeering("left", "to-right"));
  expect(state(world, "right", "left")).toBe("Disconnected");
});

test("a Disconnected peering cannot be reused (RemotePeeringIsDisconnected): both sides must be created again", () => {
  const world = twoNetworks();
  peer(world, "left", "right");
  peer(world, "right", "left");
  world.byHand.removeAzurePeering(azurePeering("left", "to-right"));
  expect(() => peer(world, "left", "right")).toThrow(
    refusal({
      status: 400,
      code: "RemotePeeringIsDisconnected",
      message: expect.stringContaining(
        `remote peering ${azurePeering("right", "to-left")} referencing parent virtual`,
      ) as string,
    }),
  );
  expect(peer(world, "right", "left").properties.peeringState).toBe("Disconnected");
  world.azure.peerings.delete(asDeployer(world), azurePeering("right", "to-left"));
  peer(world, "left", "right");
  expect(peer(world, "right", "left").properties.peeringState).toBe("Connected");
});

test("deleting a network takes its peerings along and disconnects the others", () => {
  const world = twoNetworks();
  peer(world, "left", "right");
  peer(world, "right", "left");
  world.azure.virtualNetworks.delete(asDeployer(world), vnet("left"));
  expect(state(world, "left", "right")).toBeUndefined();
  expect(state(world, "right", "left")).toBe("Disconnected");
});

test("networks whose ranges overlap cannot be peered (VnetAddressSpacesOverlap)", () => {
  const world = twoNetworks(["10.1.0.0/16", "10.2.3.0/24"]);
  expect(() => peer(world, "left", "right")).toThrow(
    refusal({
      status: 400,
      code: "VnetAddressSpacesOverlap",
      message: expect.stringMatching(/Overlapping address prefixes: 10\.2\.3\.0\/24$/) as string,
    }),
  );
});

test("two peerings cannot lead to the same network", () => {
  const world = twoNetworks();
  peer(world, "left", "right");
  expect(() => peer(world, "left", "right", "again")).toThrow(
    refusal({ code: "AnotherPeeringAlreadyReferencesRemoteVnet" }),
  );
});

test("while a subnet of a network is being written a peering is refused (ReferencedResourceNotProvisioned)", async () => {
  const world = twoNetworks();
  world.azure.subnets.put(asDeployer(world), `${vnet("right")}/subnets/one`, { addressPrefixes: ["10.2.0.0/24"] });
  expect(() => peer(world, "left", "right")).toThrow(
    refusal({
      status: 400,
      code: "ReferencedResourceNotProvisioned",
      message: `Cannot proceed with operation because resource ${vnet("right")} used by resource ${azurePeering("left", "to-right")} is not in Succeeded state. Resource is in Updating state and the last operation that updated/is updating the resource is PutSubnetOperation.`,
    }),
  );
  await world.clock.advance(seconds(world.settings.lag.networkWrite));
  expect(peer(world, "left", "right").properties.peeringState).toBe("Initiated");
});

describe("to a network in another tenant", () => {
  const put = (world: World, auxiliary: boolean, signIn: Awaited<ReturnType<typeof acceptedConnection>>) =>
    world.azure.peerings.put(
      {
        token: signIn.signIn(CUSTOMER_TENANT_ID),
        auxiliaryTokens: auxiliary ? [signIn.signIn(AIVEN_TENANT_ID)] : [],
      },
      `${signIn.network}/virtualNetworkPeerings/to-aiven`,
      { remoteVirtualNetworkId: signIn.aivenNetwork },
    );

  test("without an auxiliary token the peering is refused (LinkedAuthorizationFailed)", async () => {
    const world = createWorld();
    const connection = await acceptedConnection(world);
    await world.clock.advance(minutes(1));
    const [, , subscription] = connection.aivenNetwork.split("/");
    expect(() => put(world, false, connection)).toThrow(
      refusal({
        status: 403,
        code: "LinkedAuthorizationFailed",
        message: expect.stringMatching(
          new RegExp(
            `the current tenant '${CUSTOMER_TENANT_ID}' is not authorized to access linked subscription '${subscription}'\\.$`,
          ),
        ) as string,
      }),
    );
  });

  test("with one, the two sides connect", async () => {
    const world = createWorld();
    const connection = await acceptedConnection(world);
    await world.clock.advance(minutes(1));
    expect(put(world, true, connection).properties.peeringState).toBe("Connected");
    expect(world.journal.matching(/^PUT .*to-aiven$/)).toEqual([
      expect.objectContaining({
        identity: `app ${connection.application.clientId}`,
        tenants: [CUSTOMER_TENANT_ID, AIVEN_TENANT_ID],
        status: 200,
      }),
    ]);
  });

  test("with one, but without peer/action there, the peering is refused all the same", async () => {
    const world = createWorld();
    const connection = await acceptedConnection(world);
    await world.clock.advance(minutes(1));
    const there = world.azure.rbac.assignments.filter(({ scope }) => scope === connection.aivenNetwork);
    expect(there).toHaveLength(1);
    world.byHand.removeRoleAssignment(there[0].id);
    expect(() => put(world, true, connection)).toThrow(
      refusal({
        code: "LinkedAuthorizationFailed",
        message: expect.stringContaining(
          "'Microsoft.Network/virtualNetworks/peer/action' on the linked scope(s)",
        ) as string,
      }),
    );
  });
});
