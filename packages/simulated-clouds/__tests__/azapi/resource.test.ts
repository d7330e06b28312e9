import { minutes, seconds } from "../../src/clouds/clock";
import { testNeeding } from "../../../../__tests__/support/needing";
import { AzureHarness } from "../support/azure";
import { expectSuccess } from "../support/clouds";
import { createNetwork, vnet } from "../clouds/people";

const harness = new AzureHarness();
const PEERING = "azapi_resource.it";
const TYPE = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01";
const ID = `${vnet("vnet")}/virtualNetworkPeerings/to-other`;

const properties = (change: object = {}) => ({
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: false,
  remoteVirtualNetwork: { id: vnet("other") },
  ...change,
});

/** The peering of one network with another one of the tenant, created by the operator. */
const configuration = (change: object = {}, more: object = {}) => ({
  terraform: { required_providers: { azapi: { source: "azure/azapi" }, azurerm: { source: "hashicorp/azurerm" } } },
  resource: {
    azapi_resource: {
      it: {
        type: TYPE,
        name: "to-other",
        parent_id: vnet("vnet"),
        body: { properties: properties() },
        response_export_values: { state: "properties.peeringState" },
        ...change,
      },
    },
  },
  ...more,
});

const retry = (...error_message_regex: string[]) => ({
  retry: { error_message_regex, interval_seconds: 5, max_interval_seconds: 20 },
});

const requests = (pattern = /virtualNetworks/) =>
  harness.world.journal.matching(pattern).map(({ method, status }) => `${method} ${status}`);

const refuse = (method: string, status: number, code: string, times = 1) =>
  harness.world.faults.inject({
    match: { cloud: "arm", method, path: /to-other/ },
    status,
    code,
    message: "no",
    times,
  });

/** What is asked from here on. */
const since = (): (() => string[]) => {
  const before = requests().length;
  return () => requests().slice(before);
};

beforeEach(() => {
  createNetwork(harness.world, "vnet");
  createNetwork(harness.world, "other", ["10.2.0.0/16"]);
});

test("create is GET, PUT, GET; the next plan is one GET and empty; destroy is a DELETE", async () => {
  expectSuccess(await harness.configure(configuration()).apply());
  expect(requests()).toEqual(["GET 404", "PUT 200", "GET 200"]);
  expect((await harness.resources())[PEERING].values).toMatchObject({
    id: ID,
    output: { state: "Initiated" },
    body: { properties: properties() },
    ignore_casing: false,
    ignore_missing_property: true,
    ignore_null_property: false,
    schema_validation_enabled: true,
  });
  const asked = since();
  expectSuccess(await harness.plan());
  expect(asked()).toEqual(["GET 200"]);
  expectSuccess(await harness.destroy());
  expect(asked()).toEqual(["GET 200", "GET 200", "DELETE 200"]);
  expect(harness.world.azure.resources.get(ID)).toBeUndefined();
});

test("a flag is changed in place by a PUT, and output is unknown until then", async () => {
  await harness.configure(configuration()).apply();
  const change = configuration({ body: { properties: properties({ allowForwardedTraffic: true }) } });
  const planned = await harness.configure(change).plan();
  expectSuccess(planned, 2);
  expect(planned.text).toMatch(/0 to add, 1 to change, 0 to destroy/);
  expect(planned.text).toMatch(/output = \{ - state = "Initiated" .*\(known after apply\)/);
  const asked = since();
  expectSuccess(await harness.apply());
  // refresh, the look whether anything must change, in each of the two plans of one apply
  expect(asked().filter((each) => each.startsWith("PUT"))).toEqual(["PUT 200"]);
  expectSuccess(await harness.plan());
});

test("a body that Azure's state already fulfils is no change", async () => {
  await harness.configure(configuration()).apply();
  const fuller = { body: { properties: properties({ useRemoteGateways: false }) } };
  const asked = since();
  expectSuccess(await harness.configure(configuration(fuller)).plan());
  expect(asked()).toEqual(["GET 200", "GET 200"]);
  expectSuccess(
    await harness.configure(configuration(fuller, { provider: { azapi: { ignore_no_op_changes: false } } })).plan(),
    2,
  );
});

test("what concerns only the next request is saved without one", async () => {
  await harness.configure(configuration()).apply();
  const asked = since();
  expectSuccess(await harness.configure(configuration(retry("Busy"))).apply());
  expect(asked()).toEqual(["GET 200"]);
  expect((await harness.resources())[PEERING].values.retry).toEqual({
    error_message_regex: ["Busy"],
    interval_seconds: 5,
    max_interval_seconds: 20,
    multiplier: 1.5,
    randomization_factor: 0.5,
  });
});

test("interval and longest interval of retry have defaults", async () => {
  await harness.configure(configuration({ retry: { error_message_regex: ["Busy"] } })).apply();
  const { interval_seconds, max_interval_seconds } = (await harness.resources())[PEERING].values.retry as Record<
    string,
    number
  >;
  expect([interval_seconds, max_interval_seconds]).toEqual([10, 180]);
});

test.each([
  ["name", { name: "another" }],
  ["parent_id", { parent_id: vnet("third") }],
])("a changed %s replaces the resource", async (_, change) => {
  createNetwork(harness.world, "third", ["10.3.0.0/16"]);
  await harness.configure(configuration()).apply();
  expect((await harness.configure(configuration(change)).plan()).text).toContain("1 to add, 0 to change, 1 to destroy");
});

test("replace_triggers_external_values replaces it, unless it comes or goes", async () => {
  await harness.configure(configuration()).apply();
  expect((await harness.configure(configuration({ replace_triggers_external_values: ["a"] })).apply()).text).toContain(
    "1 changed",
  );
  const { text } = await harness.configure(configuration({ replace_triggers_external_values: ["b"] })).plan();
  expect(text).toContain("1 to add, 0 to change, 1 to destroy");
});

test("replace_triggers_refs replaces it where the body changes there", async () => {
  const refs = { replace_triggers_refs: ["properties.allowForwardedTraffic"] };
  await harness.configure(configuration(refs)).apply();
  const body = { properties: properties({ allowForwardedTraffic: true }) };
  expect((await harness.configure(configuration({ ...refs, body })).plan()).text).toContain(
    "1 to add, 0 to change, 1 to destroy",
  );
});

test("what exists already must be imported; import asks by the version that is named", async () => {
  await harness.configure(configuration()).apply();
  await harness.terraform(["state", "rm", PEERING]);
  const { text } = await harness.apply();
  expect(text).toContain("Resource already exists");
  expect(text).toContain(`a resource with the ID "${ID}" already exists - to be managed via Terraform`);
  expectSuccess(await harness.terraform(["import", PEERING, `${ID}?api-version=2024-05-01`]));
  expectSuccess(await harness.apply());
  expectSuccess(await harness.plan());
});

test("deleted in the portal, it is dropped from the state and planned again", async () => {
  await harness.configure(configuration()).apply();
  harness.world.byHand.removeAzurePeering(ID);
  expect((await harness.plan()).text).toContain("1 to add, 0 to change, 0 to destroy");
});

test("a refused PUT is tried again as retry says, further and further apart", async () => {
  refuse("PUT", 400, "ReferencedResourceNotProvisioned", 3);
  const start = harness.world.clock.now();
  expectSuccess(await harness.configure(configuration(retry("ReferencedResourceNotProvisioned"))).apply());
  expect(requests()).toEqual(["GET 404", "PUT 400", "PUT 400", "PUT 400", "PUT 200", "GET 200"]);
  // 5 + 15 + 20, and 10 until the write is done
  expect(harness.secondsSince(start)).toBe(50);
});

test("without retry it is said at once, after one more look whether something was made", async () => {
  refuse("PUT", 400, "ReferencedResourceNotProvisioned");
  const { code, text } = await harness.configure(configuration()).apply();
  expect(code).toBe(1);
  expect(text).toContain(
    `creating/updating Resource: (ResourceId "${ID}" / Api Version "2024-05-01"): PUT https://management.azure.com${ID}`,
  );
  expect(text).toContain("RESPONSE 400: 400 Bad Request ERROR CODE: ReferencedResourceNotProvisioned");
  expect(requests()).toEqual(["GET 404", "PUT 400", "GET 404"]);
});

test("503 is tried again whatever retry says, the first look and a 403 are not", async () => {
  refuse("PUT", 503, "ServiceUnavailable", 2);
  expectSuccess(await harness.configure(configuration()).apply());
  expect(requests()).toEqual(["GET 404", "PUT 503", "PUT 503", "PUT 200", "GET 200"]);
  await harness.destroy();
  refuse("GET", 403, "AuthorizationFailed");
  const asked = since();
  const { text } = await harness.configure(configuration(retry("AuthorizationFailed"))).apply();
  expect(text).toContain("checking for presence of existing Resource: (ResourceId");
  expect(asked()).toEqual(["GET 403"]);
});

test("the look after a write is tried again on 403 and 404", async () => {
  expectSuccess(await harness.configure(configuration()).apply());
  await harness.destroy();
  harness.world.faults.inject({
    match: { cloud: "arm", method: "GET", path: /to-other/ },
    status: 404,
    code: "ResourceNotFound",
    message: "not yet",
    times: 3,
  });
  const asked = since();
  expectSuccess(await harness.apply());
  // the first one is the look before
  expect(asked()).toEqual(["GET 404", "PUT 200", "GET 404", "GET 404", "GET 200"]);
});

test("a lasting 403 that matches hangs a plan for five minutes, one that does not for none", async () => {
  await harness.configure(configuration(retry("AuthorizationFailed"))).apply();
  refuse("GET", 403, "AuthorizationFailed", Infinity);
  const start = harness.world.clock.now();
  const asked = since();
  const { code, text } = await harness.plan();
  expect(code).toBe(1);
  expect(text).toContain("context deadline exceeded, last retryable error: GET ");
  expect(harness.secondsSince(start)).toBe(300);
  expect(asked()).toHaveLength(16);
  await harness.world.clock.advance(minutes(1));
  expect((await harness.configure(configuration()).plan()).code).toBe(1);
});

test("timeouts bound what is tried again", async () => {
  refuse("PUT", 503, "ServiceUnavailable", Infinity);
  const start = harness.world.clock.now();
  const { text } = await harness.configure(configuration({ timeouts: { create: "2m" } })).apply();
  expect(text).toContain("context deadline exceeded");
  expect(harness.world.clock.now() - start).toBe(seconds(120));
});

test("locks are held one after the other within a provider", async () => {
  createNetwork(harness.world, "third", ["10.3.0.0/16"]);
  const second = (change: object) => {
    const both = configuration(change);
    const { it } = both.resource.azapi_resource;
    const body = { properties: properties({ remoteVirtualNetwork: { id: vnet("third") } }) };
    return { ...both, resource: { azapi_resource: { it, second: { ...it, name: "second", body } } } };
  };
  const delay = async (change: object) => {
    expectSuccess(await harness.configure(second(change)).apply());
    const [one, other] = harness.world.journal.matching(/^PUT/).slice(-2);
    await harness.destroy();
    return other.at - one.at;
  };
  expect(await delay({})).toBe(0);
  expect(await delay({ locks: [vnet("vnet")] })).toBe(seconds(10));
});

test.each<[string, object, object]>([
  [
    "nothing that may be written, unless it is asked for",
    {},
    { id: ID, properties: { provisioningState: "Succeeded" } },
  ],
  [
    "a list of paths",
    { response_export_values: ["properties.peeringState"] },
    { properties: { peeringState: "Initiated" } },
  ],
  ["a path that leads nowhere", { response_export_values: { none: "properties.none" } }, { none: null }],
])("output: %s", async (_, change, expected) => {
  await harness.configure(configuration({ response_export_values: undefined, ...change })).apply();
  expect((await harness.resources())[PEERING].values.output).toMatchObject(expected);
  expectSuccess(await harness.plan());
});

test("disable_default_output leaves output empty", async () => {
  const provider = { azapi: { disable_default_output: true } };
  await harness.configure(configuration({ response_export_values: undefined }, { provider })).apply();
  expect((await harness.resources())[PEERING].values.output).toEqual({});
});

test("ignore_casing and ignore_null_property", async () => {
  const remoteVirtualNetwork = { id: vnet("other").toUpperCase() };
  const body = { properties: properties({ remoteVirtualNetwork, localSubnetNames: null }) };
  await harness.configure(configuration({ body, ignore_null_property: true, ignore_casing: true })).apply();
  expectSuccess(await harness.plan());
  expectSuccess(await harness.configure(configuration({ body, ignore_null_property: true })).plan(), 2);
});

test.each<[string, object, string]>([
  [
    "a property that Azure does not have",
    { body: { properties: { allowForwardTraffic: true } } },
    "`properties.allowForwardTraffic` is not expected here. Do you mean `properties.allowForwardedTraffic`?",
  ],
  [
    "one that is read only",
    { body: { properties: { provisioningState: "x" } } },
    "`properties.provisioningState` is not expected here, it's read only",
  ],
  [
    "a version that there is not",
    { type: TYPE.replace("2024-05-01", "2024-05-02") },
    'the argument "type"\'s api-version is invalid.',
  ],
  [
    "a type without a version",
    { type: "Microsoft.Network/virtualNetworks" },
    'expected "type" to be <resource-type>@<api-version>',
  ],
  ["no parent", { parent_id: undefined }, 'The argument "parent_id" is required, but no definition was found.'],
  ["a body as text", { body: "{}" }, "The value must not be a string."],
  ["a regular expression that is none", retry("("), "Invalid regular expression"],
  [
    "an argument that the simulator does not know",
    { list_unique_id_property: { a: "b" } },
    "the simulator's azapi_resource does not know list_unique_id_property",
  ],
])("validate refuses %s", async (_, change, text) => {
  harness.configure(configuration(change));
  const outcome = await harness.terraform(["validate"]);
  expect([outcome.code, outcome.text]).toEqual([1, expect.stringContaining(text)]);
});

test("schema_validation_enabled = false lets everything pass", async () => {
  harness.configure(configuration({ body: { properties: { anything: 1 } }, schema_validation_enabled: false }));
  expectSuccess(await harness.terraform(["validate"]));
});

test("a JMESPath that the simulator cannot evaluate is refused, not guessed", async () => {
  const { text } = await harness.configure(configuration({ response_export_values: { x: "properties.a[0]" } })).apply();
  expect(text).toContain(
    'the simulator\'s azapi evaluates only paths such as "properties.peeringState", not the JMESPath',
  );
});

test("the data source reads a network, by id or by name and parent, and says what is not there", async () => {
  const output = {
    ranges: { value: "${data.azapi_resource.net.output.ranges}" },
    exists: { value: "${data.azapi_resource.none.exists}" },
  };
  const type = "Microsoft.Network/virtualNetworks@2024-05-01";
  const parent_id = vnet("vnet").split("/providers/")[0];
  const net = {
    type,
    name: "vnet",
    parent_id,
    response_export_values: { ranges: "properties.addressSpace.addressPrefixes" },
  };
  const none = { type, resource_id: vnet("none"), ignore_not_found: true };
  const data = { azapi_resource: { net, none } };
  expectSuccess(await harness.configure(configuration({}, { data, output })).apply());
  expect(await harness.outputs()).toEqual({ ranges: ["10.1.0.0/16"], exists: false });
  expectSuccess(await harness.plan());
  const missing = { azapi_resource: { none: { type, resource_id: vnet("none") } } };
  expect((await harness.configure(configuration({}, { data: missing })).plan()).text).toContain("Resource not found");
});

describe("moved", () => {
  const test = testNeeding("moves to another type", "azapi's part in a move from azurerm");
  const azurerm = {
    name: "to-other",
    resource_group_name: "network",
    virtual_network_name: "vnet",
    remote_virtual_network_id: vnet("other"),
  };
  const moving = (from: string, to: string) => ({ moved: [{ from, to }] });

  test("from azurerm to azapi: in place, with one PUT, then empty", async () => {
    const before = { ...configuration(), resource: { azurerm_virtual_network_peering: { it: azurerm } } };
    expectSuccess(await harness.configure(before).apply());
    const after = configuration(retry("Busy"), moving("azurerm_virtual_network_peering.it", PEERING));
    const planned = await harness.configure(after).plan();
    expectSuccess(planned, 2);
    expect(planned.text).toContain("0 to add, 1 to change, 0 to destroy");
    const asked = since();
    expectSuccess(await harness.apply());
    expect(asked().filter((each) => !each.startsWith("GET"))).toEqual(["PUT 200"]);
    expectSuccess(await harness.plan());
    expect((await harness.resources())[PEERING].values).toMatchObject({ type: TYPE, id: ID });
  });

  test("from azapi to azurerm: the SDK's resource takes no other type's state", async () => {
    expectSuccess(await harness.configure(configuration()).apply());
    const resource = { azurerm_virtual_network_peering: { it: azurerm } };
    const back = { ...configuration({}, moving(PEERING, "azurerm_virtual_network_peering.it")), resource };
    const { code, text } = await harness.configure(back).plan();
    expect(code).toBe(1);
    expect(text).toContain("Move Resource State Not Supported");
    expect(text).toContain(
      'The "azurerm_virtual_network_peering" resource type does not support moving resource state across resource types.',
    );
  });

  test("from anything but azurerm: refused", async () => {
    const app = { resource: { terraform_data: { it: {} } } };
    expectSuccess(await harness.configure(app).apply());
    const { text } = await harness.configure(configuration({}, moving("terraform_data.it", PEERING))).plan();
    expect(text).toContain("The `azapi_resource` resource can only be moved from an `azurerm` resource");
  });
});
