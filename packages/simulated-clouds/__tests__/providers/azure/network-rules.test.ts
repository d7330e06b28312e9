import { CUSTOMER_SUBSCRIPTION_ID } from "../../../src/clouds/settings";
import { createNetwork, GROUP, vnet } from "../../clouds/people";
import { AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";

const harness = new AzureHarness();
const POOL = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}/resourceGroups/ipam/providers/Microsoft.Network/networkManagers/manager/ipamPools/pool`;
const ADDRESS = "azurerm_virtual_network.vnet";

const network = (change: object) => ({
  resource: {
    azurerm_virtual_network: {
      vnet: { name: "vnet", resource_group_name: "network", location: "westeurope", ...change },
    },
  },
});
const pool = (count: string) => [{ id: POOL, number_of_ip_addresses: count }];

describe("a network whose range comes from a pool", () => {
  beforeEach(() => {
    harness.start({ customer: { ipamPools: [{ id: POOL, addressPrefixes: ["10.64.0.0/16"] }] } });
    harness.world.byHand.createResourceGroup(GROUP);
  });

  test("has a null address_space in the first plan, and the range it was given in the state", async () => {
    const output = { ranges: { value: `\${coalesce(try(join(",", ${ADDRESS}.address_space), null), "null")}` } };
    const { code, text } = await harness.configure({ ...network({ ip_address_pool: pool("256") }), output }).plan();
    expect([code, text]).toEqual([2, expect.stringContaining('+ ranges = "null"')]);
    expectSuccess(await harness.apply());
    expect((await harness.resources())[ADDRESS].values).toMatchObject({
      address_space: ["10.64.0.0/24"],
      ip_address_pool: [{ id: POOL, number_of_ip_addresses: "256", allocated_ip_address_prefixes: ["10.64.0.0/24"] }],
    });
    expectSuccess(await harness.apply());
    expect(await harness.outputs()).toEqual({ ranges: "10.64.0.0/24" });
    expectSuccess(await harness.plan());
  });

  test("keeps its range through every later plan, and gets a further one when it wants more", async () => {
    expectSuccess(await harness.configure(network({ ip_address_pool: pool("256") })).apply());
    expectSuccess(await harness.plan());
    expectSuccess(await harness.configure(network({ ip_address_pool: pool("512") })).apply());
    expect((await harness.resources())[ADDRESS].values.address_space).toEqual(["10.64.0.0/24", "10.64.1.0/24"]);
    expectSuccess(await harness.plan());
    expectSuccess(await harness.destroy());
    expect(harness.world.added().filter(({ kind }) => kind.includes("virtualNetworks"))).toEqual([]);
  });

  test.each([
    ["both", { address_space: ["10.1.0.0/16"], ip_address_pool: pool("256") }],
    ["neither", {}],
  ])("it has ranges or a pool, not %s", async (_which, change) => {
    harness.configure(network(change));
    const { code, text } = await harness.terraform(["validate"]);
    expect([code, text]).toEqual([1, expect.stringContaining("address_space,ip_address_pool")]);
  });
});

test("a range that Azure keeps for itself fails in apply", async () => {
  harness.world.byHand.createResourceGroup(GROUP);
  const { code, text } = await harness.configure(network({ address_space: ["169.254.1.0/24"] })).apply();
  expect([code, text]).toEqual([1, expect.stringContaining("Address prefix 169.254.1.0/24")]);
});

test.each([
  ["größe", "may only contain alphanumeric characters, dash, underscores, parentheses and periods"],
  ["group.", "may not end with a period"],
  ["g".repeat(91), "may not exceed 90 characters in length"],
])("azurerm does not take the group %s, neither for a network nor for itself", async (name, problem) => {
  harness.configure(network({ resource_group_name: name, address_space: ["10.1.0.0/16"] }));
  expect((await harness.terraform(["validate"])).text).toContain(`"resource_group_name" ${problem}`);
  harness.configure({ resource: { azurerm_resource_group: { group: { name, location: "westeurope" } } } });
  expect((await harness.terraform(["validate"])).text).toContain(`"name" ${problem}`);
});

const peering = (change: object = {}) => ({
  resource: {
    azurerm_virtual_network_peering: {
      it: {
        name: "to-right",
        resource_group_name: "network",
        virtual_network_name: "left",
        remote_virtual_network_id: vnet("right"),
        ...change,
      },
    },
  },
});

test("a gateway that is not there fails the peering in apply, after its wait", async () => {
  createNetwork(harness.world, "left");
  createNetwork(harness.world, "right", ["10.2.0.0/16"]);
  const { code, text } = await harness.configure(peering({ use_remote_gateways: true })).apply();
  expect([code, text]).toEqual([
    1,
    expect.stringMatching(
      /to be created: unexpected status 400 \(400 Bad Request\) with error: RemoteVnetHasNoGateways: /,
    ),
  ]);
  harness.world.byHand.createGateway(vnet("right"));
  expectSuccess(await harness.apply());
  const both = await harness.configure(peering({ use_remote_gateways: true, allow_gateway_transit: true })).apply();
  expect([both.code, both.text]).toEqual([1, expect.stringContaining("cannot have both")]);
});

test("a lock on the group keeps destroy from taking the peering away, until it is removed", async () => {
  createNetwork(harness.world, "left");
  createNetwork(harness.world, "right", ["10.2.0.0/16"]);
  expectSuccess(await harness.configure(peering()).apply());
  harness.world.byHand.lock(GROUP, "CanNotDelete");
  const { code, text } = await harness.destroy();
  expect([code, text]).toEqual([
    1,
    expect.stringMatching(
      /deleting Virtual Network Peering .*unexpected status 409 \(409 Conflict\) with error: ScopeLocked: /,
    ),
  ]);
  harness.world.byHand.unlock(GROUP);
  expectSuccess(await harness.destroy());
});
