import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, TerraformStack } from "cdktf";
import { synthPeering } from "../support/synth";

/** The bindings' own: 4 with CDKTF, 5 with CDK Terrain. */
const { terraformGeneratorMetadata } = new AzurermProvider(new TerraformStack(new App(), "stack"), "azurerm", {
  features: [{}],
});
const major = Number.parseInt(terraformGeneratorMetadata?.providerVersion ?? "");

test("the bindings are of a release of azurerm that is known here", () => {
  expect([4, 5]).toContain(major);
});

test("a peering is granted the right where azurerm lists resource providers, and nothing beyond", () => {
  const stack = synthPeering();
  const listing = major === 4 ? 1 : 0;
  expect(Object.keys(stack.resources("azurerm_role_definition"))).toHaveLength(2 + listing);
  expect(Object.keys(stack.resources("azurerm_role_assignment"))).toHaveLength(2 + listing);
});
