import { RequestError, SignInError } from "../azure-sdk/errors";
import type { ProviderSettings } from "../azure-sdk/provider-settings";
import type { AzurermClient } from "./client";

/**
 * azurerm 4 lists the subscription's resource providers whenever it is configured, even with registrations "none",
 * because its enhanced validation wants to know them. That is a request to ARM like any other: it needs the right to list
 * at the subscription, and auxiliary tokens are fetched for it. azurerm 5 has enhanced validation off, and registers none.
 */
export function listResourceProviders(client: AzurermClient, settings: ProviderSettings): void {
  const { azurermMajor } = client.world.settings;
  const enhanced = settings.environment.ARM_PROVIDER_ENHANCED_VALIDATION;
  if (azurermMajor === 5 && enhanced !== undefined) {
    // assumed: the text; that version 5 rejects the variable is known
    throw new SignInError("the environment variable `ARM_PROVIDER_ENHANCED_VALIDATION` is no longer supported");
  }
  if (azurermMajor === 4 && !/^(0|f|false)$/i.test(enhanced ?? "")) list(client);
  else if (registers(settings, azurermMajor)) list(client);
}

/** Everything is registered in the simulated subscriptions, so registering comes down to looking. */
function registers(settings: ProviderSettings, major: 4 | 5): boolean {
  const wanted = settings.text("resource_provider_registrations", "ARM_RESOURCE_PROVIDER_REGISTRATIONS");
  const otherwise = major === 4 ? "legacy" : "none";
  if (settings.flag("skip_provider_registration", "ARM_SKIP_PROVIDER_REGISTRATION", false)) return false;
  return (wanted || otherwise) !== "none" || settings.list("resource_providers_to_register", "").length > 0;
}

function list(client: AzurermClient): void {
  try {
    client.arm((context) => client.world.azure.resourceProviders.list(context, client.account.subscriptionId));
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const listing = "populating Resource Provider cache: listing Resource Providers: loading results";
    throw new SignInError(`${listing}: ${error.message}`);
  }
}
