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

/** What is said beside an attribute; an attribute that has such a name is an object, and stays. */
const PROSE = /^(description(_kind)?|deprecation_message)$/;
const KIND_OF_PROSE = /^description_kind$/;

/** All that a provider has, with its prose, as bindings are made of it. */
export function wholeSchema(printed: Printed, present: Printed, version: string): Printed {
  const [address, , { data_source_schemas, provider, resource_schemas }] = providersIn(printed, present);
  const all = { data_source_schemas, provider, resource_schemas };
  return fileOf(printed, address, all, version, KIND_OF_PROSE);
}

/** The resources and data sources that a file of schemas has already, without the prose. */
export function cutSchema(printed: Printed, present: Printed, version: string): Printed {
  const [address, old, full] = providersIn(printed, present);
  const pick = (from: Schemas, like: Schemas): Schemas =>
    Object.fromEntries(
      Object.keys(like).map((name) => {
        const schema = from[name];
        if (schema === undefined)
          throw new Error(`${address}: this release has no "${name}"; take it out of the file first`);
        return [name, schema];
      }),
    );
  const picked = {
    data_source_schemas: pick(full.data_source_schemas, old.data_source_schemas),
    provider: full.provider,
    resource_schemas: pick(full.resource_schemas, old.resource_schemas),
  };
  return fileOf(printed, address, picked, version, PROSE);
}

function providersIn(printed: Printed, present: Printed): [address: string, old: Provider, full: Provider] {
  const [address = ""] = Object.keys(present.provider_schemas);
  const [old, full] = [present.provider_schemas[address], printed.provider_schemas[address]];
  if (!old || !full)
    throw new Error(`provider: "${address}" is not in what was printed; name it in required_providers`);
  return [address, old, full];
}

const fileOf = (printed: Printed, address: string, provider: Provider, version: string, prose: RegExp): Printed =>
  without(prose, {
    format_version: printed.format_version,
    provider_schemas: { [address]: provider },
    provider_versions: { [address]: version },
  }) as unknown as Printed;

/** Keys are sorted, so that a diff shows what changed. */
function without(prose: RegExp, value: unknown): Json {
  if (Array.isArray(value)) return value.map((each) => without(prose, each));
  if (typeof value !== "object" || value === null) return value as Json;
  const kept = Object.entries(value).filter(([key, each]) => !(prose.test(key) && typeof each === "string"));
  return Object.fromEntries(
    kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, without(prose, each)]),
  );
}

if (require.main === module) {
  const [input, name, version] = process.argv.slice(2);
  if (!input || !name || !version) {
    throw new Error("usage: cut-schema.ts <printed.json> <aiven|azapi|azuread|azurerm|time> <version of the provider>");
  }
  const file = join(ROOT, "schemas", `${name}.json`);
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Printed;
  const cut = name === "aiven" ? wholeSchema : cutSchema;
  writeFileSync(file, JSON.stringify(cut(read(input), read(file), version), undefined, 1));
}
