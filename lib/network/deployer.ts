import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { Construct } from "constructs";
import { part } from "../validation/part";

/**
 * Who deploys, as an azurerm provider sees itself: one data source for each provider, made when it is first asked for. It is read at
 * plan, so what it says may configure another provider.
 */
export class Deployers {
  private readonly known = new Map<AzurermProvider | undefined, DataAzurermClientConfig>();

  constructor(private readonly scope: Construct) {}

  public as(provider?: AzurermProvider): DataAzurermClientConfig {
    const known = this.known.get(provider);
    if (known !== undefined) return known;
    const id = provider?.alias === undefined ? "deployer" : `deployer-${provider.alias}`;
    const deployer = part(new DataAzurermClientConfig(this.scope, id, { provider }));
    this.known.set(provider, deployer);
    return deployer;
  }
}
