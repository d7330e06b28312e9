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

/** What a provider adds to its schema only on demand. */
const BETA = { "aiven/aiven": "aiven-beta.json" } as const;

const loaded = new Map<string, ProviderSchema>();

/** The real schema of a provider, as `terraform providers schema -json` printed it. */
export const schemaOf = (address: ProviderAddress): ProviderSchema => load(FILES[address], address);

export const betaSchemaOf = (address: keyof typeof BETA): ProviderSchema => load(BETA[address], address);

function load(name: string, address: ProviderAddress): ProviderSchema {
  const known = loaded.get(name);
  if (known) return known;
  const file = path.join(__dirname, "../../../../schemas", name);
  const printed = JSON.parse(readFileSync(file, "utf8")) as { provider_schemas: Record<string, ProviderSchema> };
  const schema = printed.provider_schemas[`registry.terraform.io/${address}`];
  loaded.set(name, schema);
  return schema;
}
