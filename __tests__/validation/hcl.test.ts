import { App, TerraformStack } from "cdktf";
import { addPeering, addProviders, synthPeering } from "../support/synth";

const MESSAGE =
  "(cdktf synth --hcl) is not allowed, CDKTF's HCL has no check blocks and does not initialise; synthesise JSON, CDKTF's default, which " +
  "Terraform reads as it reads HCL";

describe("SYNTH_HCL_OUTPUT, as cdktf synth --hcl sets it,", () => {
  afterEach(() => {
    delete process.env.SYNTH_HCL_OUTPUT;
  });

  test.each(["true", "1"])("%s is refused", (value) => {
    process.env.SYNTH_HCL_OUTPUT = value;
    expect(() => synthPeering()).toThrow(new Error(`stack/peering/identity: SYNTH_HCL_OUTPUT=${value} ${MESSAGE}`));
  });

  test.each(["false", ""])('"%s" is JSON', (value) => {
    process.env.SYNTH_HCL_OUTPUT = value;
    expect(synthPeering().checks).not.toEqual({});
  });
});

test("hclOutput of the app is refused", () => {
  const stack = new TerraformStack(new App({ hclOutput: true }), "stack");
  addProviders(stack);
  expect(() => addPeering(stack)).toThrow(new Error(`stack/peering/identity: hclOutput: true ${MESSAGE}`));
});
