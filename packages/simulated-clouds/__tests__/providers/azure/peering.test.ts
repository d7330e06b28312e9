import { AIVEN_TENANT_ID } from "../../../src/clouds/aiven/well-known";
import { minutes } from "../../../src/clouds/clock";
import type { SettingsInput } from "../../../src/clouds/settings";
import { acceptedConnection, requestedConnection } from "../../clouds/aiven-side";
import { asDeployer, createNetwork, GROUP, vnet } from "../../clouds/people";
import { AZURERM, AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";

const harness = new AzureHarness();
const IDS = `Resource Group Name: "network" Virtual Network Name: "left" Virtual Network Peering Name: "to-right")`;

function twoNetworks(): void {
  createNetwork(harness.world, "left", ["10.1.0.0/16"]);
  createNetwork(harness.world, "right", ["10.2.0.0/16"]);
}

const PEERING = {
  name: "to-right",
  resource_group_name: "network",
  virtual_network_name: "left",
  remote_virtual_network_id: vnet("right"),
};
const peering = (change: object = {}) => ({
  resource: { azurerm_virtual_network_peering: { it: { ...PEERING, ...change } } },
});
const puts = () => harness.world.journal.matching(/^PUT .*virtualNetworkPeerings/);

test("a peering is asked for after 15 seconds, once", async () => {
  twoNetworks();
  const start = harness.world.clock.now();
  expectSuccess(await harness.configure(peering()).apply());
  expect(puts().map(({ at }) => (at - start) / 1000)).toEqual([15]);
  expectSuccess(await harness.plan());
  expect((await harness.resources())["azurerm_virtual_network_peering.it"].values).toMatchObject({
    id: `${vnet("left")}/virtualNetworkPeerings/to-right`,
    allow_virtual_network_access: true,
    allow_forwarded_traffic: false,
    allow_gateway_transit: false,
    use_remote_gateways: false,
    peer_complete_virtual_networks_enabled: true,
  });
});

test("a network in change is not waited for (ReferencedResourceNotProvisioned)", async () => {
  twoNetworks();
  const subnets = [0, 1, 2].map((index) => [
    `s${index}`,
    {
      name: `s${index}`,
      resource_group_name: "network",
      virtual_network_name: "left",
      address_prefixes: [`10.1.${index}.0/24`],
    },
  ]);
  const { resource } = peering();
  const { code, text } = await harness
    .configure({
      resource: { ...resource, azurerm_subnet: Object.fromEntries(subnets) as object },
    })
    .apply();
  expect(code).toBe(1);
  expect(text).toContain(
    IDS + " to be created: unexpected status 400 (400 Bad Request) with error: ReferencedResourceNotProvisioned: ",
  );
  expect(puts()).toHaveLength(1);
});

test.each([
  ["name", { name: "other" }],
  ["virtual_network_name", { virtual_network_name: "third" }],
  ["remote_virtual_network_id", { remote_virtual_network_id: vnet("third") }],
  ["peer_complete_virtual_networks_enabled", { peer_complete_virtual_networks_enabled: false }],
])("a change of %s replaces the peering", async (name, change) => {
  twoNetworks();
  expectSuccess(await harness.configure(peering()).apply());
  const { text } = await harness.configure(peering(change)).plan();
  expect(text).toMatch(new RegExp(`${name} = .*# forces replacement`));
});

test("flags are changed in place", async () => {
  twoNetworks();
  expectSuccess(await harness.configure(peering()).apply());
  const changed = await harness.configure(peering({ allow_forwarded_traffic: true })).apply();
  expect(changed.text).toContain("1 changed, 0 destroyed");
  expectSuccess(await harness.plan());
});

test("triggers ask again, which makes a grown network known to its peer", async () => {
  twoNetworks();
  expectSuccess(await harness.configure(peering({ triggers: { ranges: "10.2.0.0/16" } })).apply());
  const back = { remoteVirtualNetworkId: vnet("left") };
  harness.world.azure.peerings.put(asDeployer(harness.world), `${vnet("right")}/virtualNetworkPeerings/back`, back);
  harness.world.byHand.growVirtualNetwork(vnet("right"), "10.9.0.0/16");
  const level = () => harness.world.azure.peerings.of(vnet("left"))[0].properties.peeringSyncLevel;
  expect(level()).toBe("LocalNotInSync");
  expectSuccess(await harness.plan());
  expectSuccess(await harness.configure(peering({ triggers: { ranges: "10.2.0.0/16,10.9.0.0/16" } })).apply());
  expect(level()).toBe("FullyInSync");
  expect(puts()).toHaveLength(3);
});

test("a peering removed by hand is created again, and refused while the other side is Disconnected", async () => {
  twoNetworks();
  const back = { ...PEERING, name: "to-left", virtual_network_name: "right", remote_virtual_network_id: vnet("left") };
  const both = { resource: { azurerm_virtual_network_peering: { it: PEERING, back } } };
  expectSuccess(await harness.configure(both).apply());
  expect(harness.world.byHand.azurePeerings().map(({ state }) => state)).toEqual(["Connected", "Connected"]);
  harness.world.byHand.removeAzurePeering(`${vnet("left")}/virtualNetworkPeerings/to-right`);
  expect((await harness.plan()).text).toContain("azurerm_virtual_network_peering.it will be created");
  const { code, text } = await harness.apply();
  expect([code, text]).toEqual([1, expect.stringContaining("RemotePeeringIsDisconnected")]);
  const replaced = await harness.terraform(["apply", "-auto-approve", "-replace=azurerm_virtual_network_peering.back"]);
  expectSuccess(replaced);
  expect(harness.world.byHand.azurePeerings().map(({ state }) => state)).toEqual(["Connected", "Connected"]);
});

test("peerings of one instance are written one after the other", async () => {
  createNetwork(harness.world, "hub", ["10.0.0.0/16"]);
  const names = ["one", "two", "three"];
  names.forEach((name, index) => createNetwork(harness.world, name, [`10.${index + 1}.0.0/16`]));
  const each = names.map((name) => [
    name,
    { ...PEERING, name, virtual_network_name: name, remote_virtual_network_id: vnet("hub") },
  ]);
  expectSuccess(
    await harness
      .configure({ resource: { azurerm_virtual_network_peering: Object.fromEntries(each) as object } })
      .apply(),
  );
  const [first, second, third] = puts().map(({ at }) => at / 1000);
  expect([second - first, third - second]).toEqual([25, 25]);
});

test("a remote network's id in another spelling is refused before anything is planned", async () => {
  twoNetworks();
  const { code, text } = await harness.terraform([
    ...(harness.configure(peering({ remote_virtual_network_id: vnet("right").toLowerCase() })), ["validate"]),
  ]);
  expect([code, text]).toEqual([1, expect.stringContaining("the Virtual Network ID is not of the form")]);
});

test("a peering is imported by its id and destroyed in ten seconds", async () => {
  twoNetworks();
  expectSuccess(await harness.configure(peering()).apply());
  expectSuccess(await harness.terraform(["state", "rm", "azurerm_virtual_network_peering.it"]));
  const id = `${vnet("left")}/virtualNetworkPeerings/to-right`;
  expectSuccess(await harness.terraform(["import", "azurerm_virtual_network_peering.it", id]));
  expectSuccess(await harness.plan());
  const start = harness.world.clock.now();
  expectSuccess(await harness.destroy());
  expect(harness.secondsSince(start)).toBe(10);
});

describe("to Aiven's network", () => {
  type Accepted = Awaited<ReturnType<typeof acceptedConnection>>;

  /** The application asks, with Aiven's tenant as auxiliary tenant unless `alone`. */
  const toAiven = ({ application, password, aivenNetwork }: Accepted, alone = false) => ({
    provider: {
      azurerm: {
        ...AZURERM,
        tenant_id: harness.world.settings.customer.tenantId,
        client_id: application.clientId,
        client_secret: password.secretText,
        auxiliary_tenant_ids: alone ? [] : [AIVEN_TENANT_ID],
        resource_provider_registrations: "none",
      },
    },
    ...peering({ virtual_network_name: "vnet", remote_virtual_network_id: aivenNetwork }),
  });

  // its own rights are at the network only, so it could not list resource providers
  async function accepted(settings: SettingsInput = {}): Promise<Accepted> {
    harness.start({ azurermMajor: 5, ...settings });
    const connection = await acceptedConnection(harness.world);
    await harness.world.clock.advance(minutes(1));
    return connection;
  }

  test("the two sides connect, and Aiven's connection is ACTIVE", async () => {
    const connection = await accepted();
    expectSuccess(await harness.configure(toAiven(connection)).apply());
    await harness.world.clock.advance(minutes(2));
    expect(connection.connection.state).toBe("ACTIVE");
    expectSuccess(await harness.plan());
    expectSuccess(await harness.destroy());
    await harness.world.clock.advance(minutes(2));
    expect(connection.connection.state).toBe("DELETED_BY_PEER");
  });

  test("without the auxiliary tenant the peering is refused, after the 15 seconds and once", async () => {
    const connection = await accepted();
    const start = harness.world.clock.now();
    const { code, text } = await harness.configure(toAiven(connection, true)).apply();
    expect(code).toBe(1);
    expect(text).toMatch(
      /waiting for Virtual Network Peering \(Subscription: "[^"]+" Resource Group Name: "network" Virtual Network Name: "vnet" Virtual Network Peering Name: "to-right"\) to be created: unexpected status 403 \(403 Forbidden\) with error: LinkedAuthorizationFailed: /,
    );
    expect(puts().filter(({ identity }) => identity !== "aiven")).toHaveLength(1);
    expect(harness.secondsSince(start)).toBe(15);
  });

  test("a right that is not effective yet is not waited for", async () => {
    harness.start({ azurermMajor: 5, lag: { rbac: 600 } });
    const connection = await requestedConnection(harness.world, { wait: false });
    const { code, text } = await harness.configure(toAiven(connection, true)).apply();
    expect([code, text]).toEqual([1, expect.stringContaining("AuthorizationFailed")]);
  });

  test("destroying needs the application's principal in Aiven's tenant to be there still", async () => {
    const connection = await accepted();
    expectSuccess(await harness.configure(toAiven(connection)).apply());
    harness.world.byHand.removeAivenPeering(connection.connection);
    const { code, text } = await harness.destroy();
    expect([code, text]).toEqual([1, expect.stringContaining("AADSTS7000229")]);
  });
});

test("what needs no peering does not wait for one", async () => {
  twoNetworks();
  const start = harness.world.clock.now();
  expectSuccess(
    await harness.configure({ data: { azurerm_resource_group: { it: { name: GROUP.split("/").at(-1) } } } }).apply(),
  );
  expect(harness.secondsSince(start)).toBe(0);
});
