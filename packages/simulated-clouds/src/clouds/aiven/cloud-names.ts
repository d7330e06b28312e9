/**
 * Aiven's own names of Azure's locations, which are not simply theirs: `azure-france-central` is Azure's `francecentral`. From Aiven's
 * documentation; what one project sees may differ.
 */
export const AZURE_CLOUDS: ReadonlySet<string> = new Set(
  [
    ...[
      "south-africa-north",
      "eastasia",
      "india-central",
      "india-south",
      "indonesia-central",
      "japaneast",
      "japanwest",
    ],
    ...["korea-central", "korea-south", "southeastasia", "australia-central", "australiaeast", "australiasoutheast"],
    ...["france-central", "germany-north", "germany-westcentral", "northeurope", "norway-east", "norway-west"],
    ...["sweden-central", "switzerland-north", "uksouth", "ukwest", "westeurope", "qatar-central", "uae-north"],
    ...["canadacentral", "canadaeast", "centralus", "eastus", "eastus2", "mexico-central", "northcentralus"],
    ...["southcentralus", "westcentralus", "westus", "westus2", "westus3", "brazilsouth"],
  ].map((name) => `azure-${name}`),
);
