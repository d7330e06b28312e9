/** Aiven's own application, which every customer tenant gets a principal of; there it shows up under this name. */
export const AIVEN_APPLICATION_ID = "55f300d4-fc50-4c5e-9222-e90a6e2187fb";
export const AIVEN_APPLICATION_NAME = "aiven-prod-executor";
/** Aiven's side of the simulation; the real ids come with `state_info`. */
export const AIVEN_TENANT_ID = "a1fe0000-0000-4000-8000-0000000a1fe0";
export const AIVEN_SUBSCRIPTION_ID = "a15b0000-0000-4000-8000-0000000a15b0";
export const AIVEN_RESOURCE_GROUP = "aiven-vpcs";
