import { AivenCloud } from "cdktf-aiven-azure-peering";
import { expectRefusal } from "../support/refusal";
import { network, synthPeering } from "../support/synth";

describe("clouds", () => {
  test("there are 39, and each has its Azure location", () => {
    expect(AivenCloud.all).toHaveLength(39);
    expect(new Set(AivenCloud.all).size).toBe(39);
  });

  test.each([
    ["francecentral", "azure-france-central"],
    ["centralindia", "azure-india-central"],
    ["southindia", "azure-india-south"],
    ["southafricanorth", "azure-south-africa-north"],
    ["Japan East", "azure-japaneast"],
    ["EASTUS2", "azure-eastus2"],
  ])("the location %s is Aiven's %s", (location, cloud) => {
    expect(AivenCloud.fromAzureLocation(location)).toBe(cloud);
  });
});

describe("a location in a sovereign cloud", () => {
  const message = (location: string) =>
    `location: "${location}" is in a sovereign cloud of Azure, where Aiven runs no services; use a virtual network of the public cloud`;

  test.each(["usgovvirginia", "USGov Arizona", "usdodeast", "chinanorth3", "China East 2"])(
    "%s is refused as such, and no public cloud is offered in its place",
    (location) => {
      expectRefusal(() => AivenCloud.fromAzureLocation(location), message(location));
      expectRefusal(
        () => synthPeering({ virtualNetwork: network({ location }) }),
        `stack/peering: ${message(location)}`,
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
