import { vnet } from "../../clouds/people";
import { expectSuccess } from "../../support/clouds";
import { AzapiHarness, configuration, ID, PEERING } from "./peering";

const harness = new AzapiHarness();

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
