import { AZAPI_HALF } from "./azapi-half";
import type { AzureHalfMaker } from "./azure-half";
import { AzureHalfProvider } from "./azure-half-provider";
import { AZURERM_HALF } from "./azurerm-half";

/** The providers that can create Azure's half. */
export const AZURE_HALVES: Readonly<Record<AzureHalfProvider, AzureHalfMaker>> = {
  [AzureHalfProvider.AZURERM]: AZURERM_HALF,
  [AzureHalfProvider.AZAPI]: AZAPI_HALF,
};
