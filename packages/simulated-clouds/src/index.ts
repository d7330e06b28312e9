/** What is used from outside this package; nothing else is imported by anybody. */
import { inventoryTable } from "./cli/table";
import { interruptible } from "./cli/interruption";
import { keepClouds } from "./cli/keep";
import { parseOptions } from "./cli/options";
import { runCommand } from "./cli/command";
import { AIVEN_APPLICATION_ID, AIVEN_TENANT_ID } from "./clouds/aiven/well-known";
import { onlyRoles } from "./clouds/azure/permissions";
import { resourceGroupId, resourceId, subscriptionId } from "./clouds/azure/resource-id";
import { days, minutes, seconds } from "./clouds/clock";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID } from "./clouds/settings";
import { findTerraform, missingTerraform, runTerraform, terraformEnvironment } from "./terraform";

// A run: the real Terraform on simulated providers; the same clouds over HTTPS; providers without clouds.
export { simulate, startSimulation, type Simulation } from "./run";
export { startHttpSimulation, type HttpSimulation } from "./run-http";
export type { HttpOptions } from "./http/server";
export { type Body, RestClient, type Response } from "./http/client";
export { serveSchemas, type Served } from "./protocol/serve";

/** The real Terraform or OpenTofu. */
export const terraform = {
  find: findTerraform,
  missing: missingTerraform,
  run: runTerraform,
  environment: terraformEnvironment,
};
export type { Outcome, RunOptions } from "./terraform";

/** Milliseconds, which the clock of the clouds counts. */
export const time = { seconds, minutes, days };

/** The tenants, the subscription and the application that every world has, unless its settings say otherwise. */
export const accounts = {
  customerTenantId: CUSTOMER_TENANT_ID,
  customerSubscriptionId: CUSTOMER_SUBSCRIPTION_ID,
  aivenTenantId: AIVEN_TENANT_ID,
  aivenApplicationId: AIVEN_APPLICATION_ID,
};

/** Ids of Azure Resource Manager, and the condition of a role assignment. */
export const arm = { subscriptionId, resourceGroupId, resourceId, onlyRoles };

export { federatedAssertion } from "./clouds/entra/assertions";
export { type Certificate, loopbackCertificate } from "./certificate";

/** What `simulate` and `npm start` are made of. */
export const commandLine = { interruptible, runCommand, keepClouds, inventoryTable, parseOptions };
export type { Interruption } from "./cli/interruption";

export type { ExistingApplication, FederatedSubject, OidcSettings, SettingsInput, SignIn } from "./clouds/settings";
export type { RunCommand } from "./clouds/azure/run-commands";
export type { Application } from "./clouds/entra/directory";
export type { InventoryItem } from "./clouds/inventory";
export type { World } from "./clouds/world";
