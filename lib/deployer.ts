import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";

/**
 * Who deploys, as the azurerm provider sees itself: one data source for each provider under `scope`.
 *
 * It is read at plan, so what it says may configure another provider.
 */
export function deployer(scope: Construct, provider?: TerraformProvider): DataAzurermClientConfig {
  const id = provider?.alias === undefined ? "deployer" : `deployer-${provider.alias}`;
  return (
    (scope.node.tryFindChild(id) as DataAzurermClientConfig | undefined) ??
    new DataAzurermClientConfig(scope, id, { provider })
  );
}
