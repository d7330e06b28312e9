import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, TerraformStack } from "cdktf";
import { PeeringApplication } from "cdktf-aiven-azure-peering";
import { addPeering, synthPeering, synthStack } from "../support/synth";

/** The bindings' own: 4 with CDKTF, 5 with CDK Terrain. */
const { terraformGeneratorMetadata } = new AzurermProvider(new TerraformStack(new App(), "stack"), "azurerm", {
  features: [{}],
});
const major = Number.parseInt(terraformGeneratorMetadata?.providerVersion ?? "");
/** Roles at the subscription for listing resource providers: azurerm 4 does it whenever it is configured. */
const listing = major === 4 ? 1 : 0;

test("the bindings are of a release of azurerm that is known here", () => {
  expect([4, 5]).toContain(major);
});

test("a peering is granted the right to list resource providers where azurerm lists them, and nothing beyond", () => {
  const stack = synthPeering();
  expect(Object.keys(stack.resources("azurerm_role_definition"))).toHaveLength(2 + listing);
  expect(Object.keys(stack.resources("azurerm_role_assignment"))).toHaveLength(2 + listing);
});

test.each([true, false])("grantResourceProviderRead: %s is heeded with any release", (grantResourceProviderRead) => {
  const stack = synthStack((only) => {
    addPeering(only, { identity: new PeeringApplication(only, "identity", { grantResourceProviderRead }) });
  });
  expect(Object.keys(stack.resources("azurerm_role_assignment"))).toHaveLength(grantResourceProviderRead ? 3 : 2);
});
