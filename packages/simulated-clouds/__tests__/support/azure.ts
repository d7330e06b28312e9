import { configuration } from "../../../../tools/terraform/source";
import { CloudHarness } from "./clouds";

/** The default azurerm provider: everything else comes from the operator's environment. */
export const AZURERM = { features: [{}] };

/** Deploys with azurerm and azuread. */
export class AzureHarness extends CloudHarness {
  /** `provider.azurerm` is the default one unless the configuration says otherwise. */
  public configure(content: Readonly<Record<string, unknown>>): this {
    return this.deploy(
      configuration({
        terraform: {
          required_providers: { azurerm: { source: "hashicorp/azurerm" }, azuread: { source: "hashicorp/azuread" } },
        },
        provider: { azurerm: AZURERM },
        ...content,
      }),
    );
  }
}
