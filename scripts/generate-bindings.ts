import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  ConstructsMakerProviderTarget,
  LANGUAGES,
  type ProviderSchema,
  type Schema,
  TerraformProviderConstraint,
} from "@cdktf/commons";
import { CodeMaker, TerraformProviderGenerator } from "@cdktf/provider-generator";
import { ROOT } from "../tools/folder";

/** What this library is about; the provider has some 150 resources more. */
const RESOURCES = [
  "aiven_azure_vpc_peering_connection",
  "aiven_organization_vpc",
  "aiven_pg",
  "aiven_project_vpc",
] as const;
const DATA_SOURCES = [
  "aiven_azure_vpc_peering_connection",
  "aiven_organization_vpc",
  "aiven_project",
  "aiven_project_vpc",
] as const;

const SOURCE = "aiven/aiven";
const FQPN = `registry.terraform.io/${SOURCE}`;
const CONSTRAINT = "~> 4.61";
const SCHEMA = join(ROOT, "schemas/aiven.json");

const pick = (all: Record<string, Schema> | undefined, names: readonly string[]): Record<string, Schema> =>
  Object.fromEntries(
    names.map((name) => {
      const schema = all?.[name];
      if (!schema) throw new Error(`${SCHEMA} has no "${name}"; dump it again from a provider release that has it`);
      return [name, schema];
    }),
  );

/** Writes the bindings of the Aiven provider, laid out like a prebuilt provider package, to `outdir`. */
export async function generateBindings(outdir: string): Promise<void> {
  const { provider_schemas } = JSON.parse(readFileSync(SCHEMA, "utf8")) as ProviderSchema;
  const full = provider_schemas?.[FQPN];
  if (!full) throw new Error(`${SCHEMA} has no provider "${FQPN}"`);
  const schema: ProviderSchema = {
    // `provider_versions` is left out: with it, the bindings would pin one exact release instead of the constraint.
    format_version: "0.2",
    provider_schemas: {
      [FQPN]: {
        ...full,
        resource_schemas: pick(full.resource_schemas, RESOURCES),
        data_source_schemas: pick(full.data_source_schemas, DATA_SOURCES),
      },
    },
  };
  const code = new CodeMaker();
  const constraint = new TerraformProviderConstraint({ name: "aiven", source: SOURCE, version: CONSTRAINT });
  new TerraformProviderGenerator(code, schema).generate(new ConstructsMakerProviderTarget(constraint, LANGUAGES[0]));

  const staging = mkdtempSync(join(tmpdir(), "aiven-bindings-"));
  try {
    await code.save(staging);
    const generated = join(staging, "providers/aiven");
    rmSync(join(generated, "lazy-index.ts"));
    for (const readme of readdirSync(generated, { recursive: true, encoding: "utf8" }))
      if (readme.endsWith("README.md")) rmSync(join(generated, readme));
    rmSync(outdir, { recursive: true, force: true });
    cpSync(generated, outdir, { recursive: true });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

if (require.main === module) {
  void generateBindings(resolve(process.argv[2] ?? join(ROOT, "lib/provider-aiven")));
}
