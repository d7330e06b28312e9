import { TerraformProvider, type TerraformStack } from "cdktf";
import { AzurePeeringProvider } from "cdktf-aiven-azure-peering";
import { addPeering, synthStack } from "../support/synth";

/** A provider as bindings have it that an app generates for itself. */
class OwnAzapi extends TerraformProvider {
  constructor(scope: TerraformStack, providerVersion: string) {
    super(scope, "azapi", {
      terraformResourceType: "azapi",
      terraformGeneratorMetadata: { providerName: "azapi", providerVersion },
      terraformProviderSource: "azure/azapi",
    });
  }
}

const azapi = (version: string) => () =>
  synthStack((stack) => {
    addPeering(stack, { azurePeeringProvider: AzurePeeringProvider.AZAPI });
    new OwnAzapi(stack, version);
  });

const azurerm = (version: string) => () =>
  synthStack((stack) => {
    addPeering(stack);
    stack.addOverride("terraform.required_providers.azurerm.version", version);
  });

test.each(["2.4.0", "= 2.8.1", "~> 2.4.0", "~> 2.8.0", "< 2.9", "<= 2.8.9", ">= 2.0, < 2.6", "~> 1.15"])(
  "an azapi that sends no token of Aiven's tenant is refused: %s",
  (version) => {
    expect(azapi(version)).toThrow(
      `stack/peering/subscription: the release "${version}" of the azapi provider is not allowed, as azapi sends no token of Aiven's tenant ` +
        "before 2.9 (auxiliary_tenant_ids); allow 2.9 or later in required_providers, and remove the pin (bindings of your own, or an override " +
        "of the stack)",
    );
  },
);

test.each(["2.9.0", "~> 2.4", "~> 2.12", ">= 2.0", "2.14.0", "~> 2.9.0", "< 3.0", "!= 2.10.0"])(
  "one that may be newer passes: %s",
  (version) => expect(azapi(version)).not.toThrow(),
);

test.each(["3.117.0", "~> 3.0", "< 4.0"])("an azurerm before 4.0 is refused: %s", (version) => {
  expect(azurerm(version)).toThrow(
    `the release "${version}" of the azurerm provider is not allowed, as azurerm before 4.0 `,
  );
});

test.each(["~> 4.55", "5.2.0", ">= 3.0"])("a newer azurerm passes: %s", (version) => {
  expect(azurerm(version)).not.toThrow();
});

test("a provider that the construct does not use may be of any release", () => {
  expect(() =>
    synthStack((stack) => {
      addPeering(stack);
      new OwnAzapi(stack, "2.4.0");
    }),
  ).not.toThrow();
});
