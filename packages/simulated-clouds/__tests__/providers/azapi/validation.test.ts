import { expectSuccess } from "../../support/clouds";
import { AzapiHarness, configuration, retry, TYPE } from "./peering";

const harness = new AzapiHarness();

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
