import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { type TerraformProvider, TerraformStack, Token } from "cdktf";
import type { Construct } from "constructs";
import { Registry } from "../terraform/registry";
import { protect } from "../terraform/resources";
import { defaultAzurerm } from "../validation/providers";

const known = Registry.perStack<DataAzurermClientConfig>();

/**
 * Who deploys, as an azurerm provider sees itself. It is read at plan, so it may configure another provider.
 *
 * A stack has one data source for each provider, made when it is first asked for, so that the same subscription is the same expression
 * wherever it is compared.
 */
export function deployer(scope: Construct, provider?: TerraformProvider): DataAzurermClientConfig {
  const alias = provider?.alias ?? "";
  const found = known.find(scope, alias);
  if (found !== undefined) return found;
  const id = `aiven-azure-peering-deployer${alias && `-${alias}`}`;
  return known.add(scope, alias, protect(new DataAzurermClientConfig(TerraformStack.of(scope), id, { provider })));
}

/** The deployer's subscription. One that the provider names as a literal is that literal wherever it is compared. */
export function deployerSubscription(scope: Construct, provider?: TerraformProvider): string {
  const configured = provider ?? defaultAzurerm(TerraformStack.of(scope));
  const { subscriptionIdInput: id } = (configured ?? {}) as { readonly subscriptionIdInput?: string };
  return id === undefined || Token.isUnresolved(id) ? deployer(scope, provider).subscriptionId : id;
}
