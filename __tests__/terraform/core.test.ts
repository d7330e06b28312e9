import * as core from "cdktf";
import { App, TerraformStack } from "cdktf";
import { DeployerApplication } from "cdktf-aiven-azure-peering";
import { expectAccepted, expectRefusal } from "../support/refusal";
import { addPeering, addProviders, synthPeering } from "../support/synth";

/** Loads the core once more, as a second installation of it would be. */
function secondCopy(): typeof core {
  let copy: typeof core | undefined;
  jest.isolateModules(() => {
    copy = jest.requireActual<typeof core>("cdktf");
  });
  if (copy === undefined || copy.TerraformStack === core.TerraformStack) throw new Error("it is the same copy");
  return copy;
}
test("a stack of a second copy of the same core is accepted", () => {
  const { App, TerraformStack } = secondCopy();
  const stack = new TerraformStack(new App(), "stack");
  addProviders(stack);
  expectAccepted(() => addPeering(stack));
});
describe("a stack of the other core", () => {
  const rtti = Symbol.for("jsii.rtti");

  /** That of an app whose own class extends it; its name and release stand where jsii writes them. */
  function stackOf(fqn: string, version: string): core.TerraformStack {
    const { App, TerraformStack } = secondCopy();
    Object.defineProperty(TerraformStack, rtti, { value: { fqn, version } });
    return new (class OfAnApp extends TerraformStack {})(new App(), "stack");
  }

  test.each([
    ["a peering", (stack: core.TerraformStack) => addPeering(stack), "stack/peering"],
    ["an identity", (stack: core.TerraformStack) => new DeployerApplication(stack, "identity"), "stack/identity"],
  ])("is refused by %s, with the package to install", (_, build, path) => {
    const ours = (core.TerraformStack as unknown as Record<symbol, { fqn: string }>)[rtti].fqn.split(".")[0];
    expectRefusal(
      () => build(stackOf("cdkxy.TerraformStack", "0.99.0")),
      `${path}: scope: a stack of cdkxy 0.99.0 is not allowed, this package works with ${ours}; install ` +
        `cdkxy-aiven-azure-peering in its place, or take App, TerraformStack and the providers of ${ours}`,
    );
  });
});

const MESSAGE =
  "(cdktf synth --hcl) is not allowed, CDKTF's HCL has no check blocks and does not initialise; synthesise JSON, CDKTF's default, which " +
  "Terraform reads as it reads HCL";
describe("SYNTH_HCL_OUTPUT, as cdktf synth --hcl sets it,", () => {
  afterEach(() => {
    delete process.env.SYNTH_HCL_OUTPUT;
  });

  test.each(["true", "1"])("%s is refused", (value) => {
    process.env.SYNTH_HCL_OUTPUT = value;
    expectRefusal(() => synthPeering(), `stack/peering: SYNTH_HCL_OUTPUT=${value} ${MESSAGE}`);
  });

  test.each(["false", ""])('"%s" is JSON', (value) => {
    process.env.SYNTH_HCL_OUTPUT = value;
    expect(synthPeering().checks).not.toEqual({});
  });
});
test("hclOutput of the app is refused", () => {
  const stack = new TerraformStack(new App({ hclOutput: true }), "stack");
  addProviders(stack);
  expectRefusal(() => addPeering(stack), `stack/peering: hclOutput: true ${MESSAGE}`);
});
