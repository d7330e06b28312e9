import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { type TerraformStack, TerraformStack as Stack, TerraformVariable } from "cdktf";
import { AivenCloud, type AivenAzurePeeringProps, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import { addPeering, network, SUBSCRIPTION, synthApp, synthPeering, virtualNetworkResource } from "../support/synth";

describe("the operator's environment", () => {
  /** What our provider has of it, where the operator's default one has `environment` and another has `other`. */
  const carried = (
    environment: string | undefined,
    over: (stack: TerraformStack, aliased: AzurermProvider) => Partial<AivenAzurePeeringProps> = () => ({}),
    late = false,
  ) => {
    const { stack } = synthApp((app) => {
      const stack = new Stack(app, "stack");
      const operator = () =>
        new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION, environment });
      if (!late) operator();
      const aliased = new AzurermProvider(stack, "aliased", {
        ...{ features: [{}], alias: "aliased", environment: "usgovernment" },
      });
      new AzureadProvider(stack, "azuread");
      new AivenProvider(stack, "aiven", { apiToken: "token" });
      new TimeProvider(stack, "time");
      addPeering(stack, over(stack, aliased));
      if (late) operator();
    });
    return stack?.peeringProviders[0]?.environment;
  };

  test("is our provider's too, and the providers' own default where there is none", () => {
    expect(carried(undefined)).toBeUndefined();
    expect(carried("china")).toBe("china");
    expect(carried("public")).toBe("public");
  });

  test("is that of the provider that is given, or of the network's own", () => {
    expect(carried("china", (_, azurerm) => ({ providers: { azurerm } }))).toBe("usgovernment");
    expect(
      carried("china", (stack, provider) => ({
        virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack, { provider })),
      })),
    ).toBe("usgovernment");
  });

  test("is found whether the provider comes before the peering or after it", () => {
    expect(carried("china", undefined, true)).toBe("china");
  });

  test("may be a variable", () => {
    const { stack } = synthApp((app) => {
      const stack = new Stack(app, "stack");
      const environment = new TerraformVariable(stack, "environment", { type: "string" }).stringValue;
      new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION, environment });
      new AzureadProvider(stack, "azuread");
      new AivenProvider(stack, "aiven", { apiToken: "token" });
      new TimeProvider(stack, "time");
      addPeering(stack);
    });
    expect(stack?.peeringProviders[0]?.environment).toBe("${var.environment}");
  });
});

describe("a location in a sovereign cloud", () => {
  const message = (location: string) =>
    `location: "${location}" is in a sovereign cloud of Azure, where Aiven runs no services; use a virtual network of the public cloud`;

  test.each(["usgovvirginia", "USGov Arizona", "usdodeast", "chinanorth3", "China East 2"])(
    "%s is refused as such, and no public cloud is offered in its place",
    (location) => {
      expect(() => AivenCloud.fromAzureLocation(location)).toThrow(new Error(message(location)));
      expect(() => synthPeering({ virtualNetwork: network({ location }) })).toThrow(
        new Error(`stack/peering: ${message(location)}`),
      );
    },
  );

  test.each([["eastus"], ["West US 3"], ["westindia"]])("%s is in the public one", (location) => {
    let said = "";
    try {
      AivenCloud.fromAzureLocation(location);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).not.toContain("sovereign");
  });
});
