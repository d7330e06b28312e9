import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../tools/folder";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schemas = Record<string, Json>;

interface Provider {
  readonly provider: Json;
  readonly resource_schemas: Schemas;
  readonly data_source_schemas: Schemas;
}

export interface Printed {
  readonly format_version: string;
  readonly provider_schemas: Readonly<Record<string, Provider>>;
  readonly provider_versions?: Readonly<Record<string, string>>;
}

/**
 * Cuts what `terraform providers schema -json` printed down to what a file of schemas has: its resources and data sources,
 * without the prose.
 */
export function cutSchema(printed: Printed, present: Printed, version: string): Printed {
  const [address = ""] = Object.keys(present.provider_schemas);
  const [old, full] = [present.provider_schemas[address], printed.provider_schemas[address]];
  if (!old || !full)
    throw new Error(`provider: "${address}" is not in what was printed; name it in required_providers`);
  const pick = (from: Schemas, like: Schemas): Schemas =>
    Object.fromEntries(
      Object.keys(like).map((name) => {
        const schema = from[name];
        if (schema === undefined)
          throw new Error(`${address}: this release has no "${name}"; take it out of the file first`);
        return [name, schema];
      }),
    );
  return withoutProse({
    format_version: printed.format_version,
    provider_schemas: {
      [address]: {
        data_source_schemas: pick(full.data_source_schemas, old.data_source_schemas),
        provider: full.provider,
        resource_schemas: pick(full.resource_schemas, old.resource_schemas),
      },
    },
    provider_versions: { [address]: version },
  }) as unknown as Printed;
}

/** Descriptions are text; an attribute of that name is an object, and stays. Keys are sorted, so that a diff shows what changed. */
function withoutProse(value: unknown): Json {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== "object" || value === null) return value as Json;
  const kept = Object.entries(value).filter(
    ([key, each]) => !(/^(description(_kind)?|deprecation_message)$/.test(key) && typeof each === "string"),
  );
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, withoutProse(each)]));
}

if (require.main === module) {
  const [input, name, version] = process.argv.slice(2);
  if (!input || !name || !version) {
    throw new Error("usage: cut-schema.ts <printed.json> <aiven|azapi|azuread|azurerm|time> <version of the provider>");
  }
  const file = join(ROOT, "schemas", `${name}.json`);
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Printed;
  writeFileSync(file, JSON.stringify(cutSchema(read(input), read(file), version), undefined, 1));
}
