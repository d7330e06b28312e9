import type { World } from "../clouds/world";
import type { ProviderDefinition } from "../protocol/provider-definition";
import { aivenProvider } from "./aiven/aiven";
import { azapi } from "./azapi/azapi";
import { azuread } from "./azuread/azuread";
import { azurerm } from "./azurerm/azurerm";
import { timeProvider } from "./time/time";

/** Every provider, bound to one world. */
export function providersOf(world: World): ProviderDefinition[] {
  const providers: ProviderDefinition[] = [
    azurerm(world),
    azapi(world),
    azuread(world),
    aivenProvider(world),
    timeProvider(world.clock),
  ];
  // Terraform is at work whenever it calls or has just got a response: time waits for it
  return providers.map((provider) => ({ ...provider, onActivity: () => world.clock.touch() }));
}
