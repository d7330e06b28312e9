import type { TerraformResource } from "cdktf";

/** A resource as Terraform's command line and `replace_triggered_by` take it; cdktf would render the latter as an interpolation. */
export const addressOf = (resource: TerraformResource): string =>
  `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
