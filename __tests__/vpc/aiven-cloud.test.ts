import { AivenCloud } from "cdktf-aiven-azure-peering";

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
