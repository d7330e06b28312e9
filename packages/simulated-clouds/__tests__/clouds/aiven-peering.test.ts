import { AIVEN_TENANT_ID } from "../../src/clouds/aiven/well-known";
import { minutes, seconds } from "../../src/clouds/clock";
import { createWorld } from "../../src/clouds/world";
import type { SettingsInput } from "../../src/clouds/settings";
import {
  acceptedConnection,
  admitAiven,
  CALLER,
  completedConnection,
  connect,
  createVpc,
  PROJECT,
  peerOf,
  requestedConnection,
  type Change,
} from "./aiven-side";
import { createApplication, createNetwork, vnet, refusal } from "./people";

async function completed(settings: SettingsInput = {}) {
  const world = createWorld(settings);
  return { world, ...(await completedConnection(world)) };
}

test("an accepted connection is PENDING_PEER and says which tenant and network to peer with", async () => {
  const world = createWorld();
  const { connection, vpc } = await acceptedConnection(world);
  expect(connection.stateInfo).toMatchObject({
    "to-tenant-id": AIVEN_TENANT_ID,
    "to-network-id": world.aiven.executor.networkId(vpc),
  });
});

test("it is APPROVED until Aiven has looked at it", async () => {
  const world = createWorld({ lag: { rbac: 0 }, aiven: { approval: 120 } });
  const network = createNetwork(world);
  const { application } = createApplication(world);
  admitAiven(world, network);
  const connection = connect(world, await createVpc(world), peerOf(application.clientId, network));
  await world.clock.advance(seconds(119));
  expect(connection).toMatchObject({ state: "APPROVED", stateInfo: null });
  await world.clock.advance(seconds(1));
  expect(connection.state).toBe("PENDING_PEER");
});

test("the application has no principal in Aiven's tenant before Aiven has accepted, and for a while after", async () => {
  const world = createWorld({ lag: { tenant: 45 } });
  const { signIn } = await acceptedConnection(world);
  await world.clock.advance(seconds(44));
  expect(() => signIn(AIVEN_TENANT_ID)).toThrow(/^AADSTS7000229: /);
  await world.clock.advance(seconds(1));
  expect(signIn(AIVEN_TENANT_ID).tenantId).toBe(AIVEN_TENANT_ID);
});

test("both sides made, Aiven's next look finds the connection ACTIVE and drops the hints", async () => {
  const { world, accepted } = await completed();
  expect(accepted.connection.state).toBe("PENDING_PEER");
  await world.clock.advance(minutes(1));
  expect(accepted.connection).toMatchObject({ state: "ACTIVE", stateInfo: null });
});

test("by setting, the hints survive ACTIVE", async () => {
  const { world, accepted } = await completed({ stateInfoSurvivesActive: true });
  await world.clock.advance(minutes(1));
  expect(accepted.connection).toMatchObject({ state: "ACTIVE", stateInfo: { "to-tenant-id": AIVEN_TENANT_ID } });
});

test("without the customer's peering it stays PENDING_PEER", async () => {
  const world = createWorld();
  const { connection } = await acceptedConnection(world);
  await world.clock.advance(minutes(60));
  expect(connection.state).toBe("PENDING_PEER");
});

test.each<[string, Change, string]>([
  ["Aiven's principal is missing", { admitAiven: false }, "AADSTS7000229"],
  ["the role of Aiven's principal is not effective yet", { wait: false }, "LinkedAuthorizationFailed"],
  ["the ranges overlap", { addressSpace: ["10.0.0.0/16"] }, "VnetAddressSpacesOverlap"],
  ["the application is not multi-tenant", { audience: "AzureADMyOrg" }, "invalid-application"],
])("where %s the connection is INVALID_SPECIFICATION, with a message and a type", async (_cause, change, type) => {
  const { connection } = await requestedConnection(createWorld({ lag: { rbac: 300 } }), change);
  expect(connection.state).toBe("INVALID_SPECIFICATION");
  expect(connection.stateInfo).toEqual({ type, message: expect.stringMatching(/.{20,}/) as string });
});

test("a network that is not there makes it INVALID_SPECIFICATION", async () => {
  const world = createWorld({ lag: { rbac: 0 } });
  const network = createNetwork(world);
  admitAiven(world, network);
  const { application } = createApplication(world);
  const connection = connect(world, await createVpc(world), peerOf(application.clientId, vnet("other")));
  await world.clock.advance(minutes(1));
  expect(connection.state).toBe("INVALID_SPECIFICATION");
});

test("names with upper case letters are refused (400)", async () => {
  const world = createWorld();
  const vpc = await createVpc(world);
  expect(() => connect(world, vpc, { ...peerOf("app", vnet("vnet")), peerVpc: "VNet" })).toThrow(
    refusal({ status: 400 }),
  );
});

test("a connection that is asked for twice is there once; to a network of that name in another group it is another", async () => {
  const world = createWorld();
  const vpc = await createVpc(world);
  const connection = connect(world, vpc, peerOf("app", vnet("vnet")));
  expect(connect(world, vpc, peerOf("other-app", vnet("vnet")))).toBe(connection);
  expect(connection).toMatchObject({ peerAzureAppId: "app" });
  const other = connect(world, vpc, { ...peerOf("app", vnet("vnet")), peerResourceGroup: "other" });
  expect(world.aiven.peeringConnections.all).toEqual([connection, other]);
});

test.each(["ERROR", "INVALID_SPECIFICATION", "REJECTED_BY_PEER", "DELETED_BY_PEER"] as const)(
  "one that ended in %s is created again when it is asked for again",
  async (state) => {
    const world = createWorld();
    const vpc = await createVpc(world);
    const failed = connect(world, vpc, peerOf("app", vnet("vnet")));
    failed.state = state;
    const again = connect(world, vpc, peerOf("app", vnet("vnet")));
    expect(again).toMatchObject({ state: "APPROVED" });
    expect(world.aiven.peeringConnections.all).toEqual([again]);
  },
);

test("a connection needs a VPC that is ACTIVE", () => {
  const world = createWorld();
  const vpc = world.aiven.vpcs.create(CALLER, PROJECT, { cloudName: "azure-westeurope", networkCidr: "10.0.0.0/24" });
  expect(() => connect(world, vpc, peerOf("app", vnet("vnet")))).toThrow(refusal({ status: 409 }));
});

test("deleting the connection leaves the customer's peering Disconnected and takes the application out of Aiven's tenant", async () => {
  const { world, accepted, azurePeering } = await completed();
  await world.clock.advance(minutes(1));
  const { vpc, connection, signIn } = accepted;
  world.aiven.peeringConnections.delete(CALLER, PROJECT, vpc.id, connection);
  expect(connection.state).toBe("DELETING");
  await world.clock.advance(seconds(10));
  expect(world.aiven.peeringConnections.list(CALLER, PROJECT, vpc.id)).toEqual([]);
  expect(world.byHand.azurePeerings()).toEqual([
    { id: azurePeering, networkId: accepted.network, state: "Disconnected" },
  ]);
  expect(() => signIn(AIVEN_TENANT_ID)).toThrow(/^AADSTS7000229: /);
});

test("a second connection cannot use the customer's Disconnected peering", async () => {
  const { world, accepted } = await completed();
  world.byHand.removeAivenPeering(accepted.connection);
  const again = connect(world, accepted.vpc, peerOf(accepted.application.clientId, accepted.network));
  await world.clock.advance(minutes(2));
  expect(again).toMatchObject({ state: "INVALID_SPECIFICATION", stateInfo: { type: "RemotePeeringIsDisconnected" } });
});

test("the customer's peering removed by hand, Aiven's next look finds the connection DELETED_BY_PEER", async () => {
  const { world, accepted, azurePeering } = await completed();
  await world.clock.advance(minutes(1));
  world.byHand.removeAzurePeering(azurePeering);
  await world.clock.advance(minutes(1));
  expect(accepted.connection.state).toBe("DELETED_BY_PEER");
});

test("by setting, Aiven gives a connection any state", async () => {
  const approvalOutcome = { state: "REJECTED_BY_PEER", stateInfo: { message: "no" } };
  const { connection } = await requestedConnection(createWorld({ aiven: { approvalOutcome } }));
  expect(connection).toMatchObject(approvalOutcome);
});
