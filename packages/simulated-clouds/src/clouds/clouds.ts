import type { Aiven } from "./aiven/aiven";
import type { Azure } from "./azure/azure";
import type { Entra } from "./entra/entra";
import type { Settings } from "./settings";

/** The three clouds of one run, without what is built around them. */
export interface Clouds {
  readonly settings: Settings;
  readonly entra: Entra;
  readonly azure: Azure;
  readonly aiven: Aiven;
}
