import { createNetwork, vnet } from "../../clouds/people";
import { expectSuccess } from "../../support/clouds";
import { AzapiHarness, configuration, ID, PEERING, properties, retry } from "./peering";

const harness = new AzapiHarness();

test("create is GET, PUT, GET; the next plan is one GET and empty; destroy is a DELETE", async () => {
  expectSuccess(await harness.configure(configuration()).apply());
  expect(harness.requests()).toEqual(["GET 404", "PUT 200", "GET 200"]);
  expect((await harness.resources())[PEERING].values).toMatchObject({
    id: ID,
    output: { state: "Initiated" },
    body: { properties: properties() },
    ignore_casing: false,
    ignore_missing_property: true,
    ignore_null_property: false,
    schema_validation_enabled: true,
  });
  const asked = harness.since();
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
  const asked = harness.since();
  expectSuccess(await harness.apply());
  // refresh, the look whether anything must change, in each of the two plans of one apply
  expect(asked().filter((each) => each.startsWith("PUT"))).toEqual(["PUT 200"]);
  expectSuccess(await harness.plan());
});

test("a body that Azure's state already fulfils is no change", async () => {
  await harness.configure(configuration()).apply();
  const fuller = { body: { properties: properties({ useRemoteGateways: false }) } };
  const asked = harness.since();
  expectSuccess(await harness.configure(configuration(fuller)).plan());
  expect(asked()).toEqual(["GET 200", "GET 200"]);
  expectSuccess(
    await harness.configure(configuration(fuller, { provider: { azapi: { ignore_no_op_changes: false } } })).plan(),
    2,
  );
});

test("what concerns only the next request is saved without one", async () => {
  await harness.configure(configuration()).apply();
  const asked = harness.since();
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

test("ignore_casing and ignore_null_property", async () => {
  const remoteVirtualNetwork = { id: vnet("other").toUpperCase() };
  const body = { properties: properties({ remoteVirtualNetwork, localSubnetNames: null }) };
  await harness.configure(configuration({ body, ignore_null_property: true, ignore_casing: true })).apply();
  expectSuccess(await harness.plan());
  expectSuccess(await harness.configure(configuration({ body, ignore_null_property: true })).plan(), 2);
});
