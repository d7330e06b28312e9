import type { JsonObject } from "../../json";
import { nameOf, typeOf } from "../resource-id";
import type { ArmResource } from "../resources";

/** Resource groups, and what they list: https://learn.microsoft.com/rest/api/resources/resource-groups */
export const groupJson = ({ id, location, tags, properties: { managedBy } }: ArmResource): JsonObject => ({
  id,
  name: nameOf(id),
  type: "Microsoft.Resources/resourceGroups",
  location,
  ...(typeof managedBy === "string" ? { managedBy } : {}),
  tags: { ...tags },
  properties: { provisioningState: "Succeeded" },
});

export const resourceJson = ({ id, location, tags }: ArmResource<unknown>): JsonObject => ({
  id,
  name: nameOf(id),
  type: typeOf(id),
  location,
  tags: { ...tags },
  provisioningState: "Succeeded",
});

/** ARM takes the display name of a region too, and shows the short one. */
export const shortName = (location: string): string => location.replaceAll(" ", "").toLowerCase();
