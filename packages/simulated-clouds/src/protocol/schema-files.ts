import { readFileSync } from "node:fs";
import path from "node:path";
import type { ProviderSchema } from "./schema";

/** The providers whose real schemas are at hand, in `schemas/`. */
const FILES = {
  "azure/azapi": "azapi.json",
  "hashicorp/azurerm": "azurerm.json",
  "hashicorp/azuread": "azuread.json",
  "hashicorp/time": "time.json",
  "aiven/aiven": "aiven.json",
} as const;

export type ProviderAddress = keyof typeof FILES;

export const PROVIDER_ADDRESSES = Object.keys(FILES) as ProviderAddress[];

const loaded = new Map<ProviderAddress, ProviderSchema>();

/** The real schema of a provider, as `terraform providers schema -json` printed it. */
export function schemaOf(address: ProviderAddress): ProviderSchema {
  const known = loaded.get(address);
  if (known) return known;
  const file = path.join(__dirname, "../../../../schemas", FILES[address]);
  const printed = JSON.parse(readFileSync(file, "utf8")) as { provider_schemas: Record<string, ProviderSchema> };
  const schema = printed.provider_schemas[`registry.terraform.io/${address}`];
  loaded.set(address, schema);
  return schema;
}
