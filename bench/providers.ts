import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import type { TerraformStack } from "cdktf";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";

/** The default providers, which belong to the app whoever writes the peering. */
export function addProviders(stack: TerraformStack, subscriptionId: string): void {
  new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId });
  new AzureadProvider(stack, "azuread");
  new AivenProvider(stack, "aiven", { apiToken: "token" });
  new TimeProvider(stack, "time");
}
