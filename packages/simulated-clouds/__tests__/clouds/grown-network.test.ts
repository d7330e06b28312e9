import { hours, minutes } from "../../src/clouds/clock";
import { createWorld, type World } from "../../src/clouds/world";
import { CALLER, completedConnection, PROJECT } from "./aiven-side";
import { asDeployer, GROUP } from "./people";

/** An ACTIVE connection with a service in the VPC. */
async function active(world: World) {
  const { accepted, azurePeering } = await completedConnection(world);
  await world.clock.advance(minutes(1));
  const input = { name: "pg", type: "pg", plan: "startup-4", cloudName: "azure-westeurope" };
  const service = world.aiven.services.create(CALLER, PROJECT, { ...input, projectVpcId: accepted.vpc.id });
  await world.clock.advance(minutes(5));
  return { ...accepted, azurePeering, service };
}

/** A machine in a fresh subnet of that range. */
async function machineIn(world: World, network: string, range: string): Promise<string> {
  const context = asDeployer(world);
  const name = range.replaceAll(/\W/g, "-");
  const [subnet, nic, machine] = [
    `${network}/subnets/${name}`,
    `${GROUP}/providers/Microsoft.Network/networkInterfaces/${name}`,
    `${GROUP}/providers/Microsoft.Compute/virtualMachines/${name}`,
  ];
  world.azure.subnets.put(context, subnet, { addressPrefixes: [range] });
  const common = { location: "westeurope", tags: {}, settings: {} };
  const ipConfigurations = [{ name: "ip", subnetId: subnet }];
  world.azure.plain.put(context, { id: nic, ...common, uses: [subnet], ipConfigurations });
  world.azure.plain.put(context, { id: machine, ...common, uses: [nic] });
  await world.clock.advance(minutes(1));
  return machine;
}

const levels = (world: World, networks: readonly [string, string]) =>
  [networks, [...networks].reverse()].map(
    ([from, to]) => world.azure.peerings.between(from, to)?.properties.peeringSyncLevel,
  );

test("a machine in a range that Aiven's connection has not heard of gets no response until Aiven is refreshed", async () => {
  const world = createWorld();
  const { network, aivenNetwork, connection, service } = await active(world);
  const before = await machineIn(world, network, "10.1.0.0/24");
  world.byHand.growVirtualNetwork(network, "10.9.0.0/16");
  const machine = await machineIn(world, network, "10.9.0.0/24");
  const connectFrom = (id: string) => world.network.connect(id, service.address, service.port).outcome;
  expect([connectFrom(before), connectFrom(machine)]).toEqual(["accepted", "dropped"]);
  expect(connection.state).toBe("ACTIVE");
  expect(levels(world, [network, aivenNetwork])).toEqual(["RemoteNotInSync", "LocalNotInSync"]);

  world.byHand.refreshAivenPeering(connection);
  expect(connectFrom(machine)).toBe("accepted");
  expect(levels(world, [network, aivenNetwork])).toEqual(["FullyInSync", "FullyInSync"]);
});

test("the customer's side cannot sync Aiven's: asking for it again changes nothing", async () => {
  const world = createWorld();
  const { network, aivenNetwork, azurePeering, signIn } = await active(world);
  world.byHand.growVirtualNetwork(network, "10.9.0.0/16");
  const [token, auxiliary] = [world.settings.customer.tenantId, "a1fe0000-0000-4000-8000-0000000a1fe0"].map(signIn);
  world.azure.peerings.put({ token, auxiliaryTokens: [auxiliary] }, azurePeering, {
    remoteVirtualNetworkId: aivenNetwork,
    syncRemoteAddressSpace: true,
  });
  expect(levels(world, [network, aivenNetwork])).toEqual(["RemoteNotInSync", "LocalNotInSync"]);
});

test("Aiven takes the new ranges over by itself within a day, or as soon as a setting says", async () => {
  for (const [aiven, wait] of [
    [{}, hours(24)],
    [{ refresh: 3600 }, hours(1)],
  ] as const) {
    const world = createWorld({ aiven });
    const { network, aivenNetwork } = await active(world);
    world.byHand.growVirtualNetwork(network, "10.9.0.0/16");
    await world.clock.advance(wait - minutes(10));
    expect(levels(world, [network, aivenNetwork])).toEqual(["RemoteNotInSync", "LocalNotInSync"]);
    await world.clock.advance(minutes(10));
    expect(levels(world, [network, aivenNetwork])).toEqual(["FullyInSync", "FullyInSync"]);
  }
});

test("a range that Azure cannot let Aiven take over leaves everything as it is", async () => {
  const world = createWorld({ aiven: { refresh: 3600 } });
  const { network, aivenNetwork, connection } = await active(world);
  world.byHand.growVirtualNetwork(network, "10.0.0.0/16");
  await world.clock.advance(hours(3));
  expect(levels(world, [network, aivenNetwork])).toEqual(["RemoteNotInSync", "LocalNotInSync"]);
  expect(connection.state).toBe("ACTIVE");
});
