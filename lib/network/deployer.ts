import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";

/**
 * Who deploys, as the azurerm provider sees itself. It is read at plan, so what it says may configure another provider.
 *
 * The data source is made under `scope`, unless a construct around it has one of the same provider already.
 */
export function deployer(scope: Construct, provider?: TerraformProvider): DataAzurermClientConfig {
  const id = provider?.alias === undefined ? "deployer" : `deployer-${provider.alias}`;
  const around = scope.node.scopes.map((ancestor) => ancestor.node.tryFindChild(id));
  const known = around.find((child): child is DataAzurermClientConfig => child instanceof DataAzurermClientConfig);
  return known ?? new DataAzurermClientConfig(scope, id, { provider });
}
