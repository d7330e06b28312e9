import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import type { ProviderSchema } from "@cdktf/commons";

const SOURCE = "aiven/aiven";
const FQPN = `registry.terraform.io/${SOURCE}`;
const CONSTRAINT = "~> 4.61";

/** Writes the bindings of all that a file of schemas has, in the layout of a prebuilt provider package, to `outdir`. */
export async function generateBindings(file: string, outdir: string): Promise<void> {
  const { provider_schemas } = JSON.parse(readFileSync(file, "utf8")) as ProviderSchema;
  if (!provider_schemas?.[FQPN]) throw new Error(`${file} has no provider "${FQPN}"`);
  // `provider_versions` is left out: with it, the bindings would pin one exact release instead of the constraint.
  const schema: ProviderSchema = { format_version: "0.2", provider_schemas: { [FQPN]: provider_schemas[FQPN] } };
  const { ConstructsMakerProviderTarget, LANGUAGES, TerraformProviderConstraint } = await commons();
  const { CodeMaker, TerraformProviderGenerator } = await import("@cdktf/provider-generator");
  const code = new CodeMaker();
  const constraint = new TerraformProviderConstraint({ name: "aiven", source: SOURCE, version: CONSTRAINT });
  new TerraformProviderGenerator(code, schema).generate(new ConstructsMakerProviderTarget(constraint, LANGUAGES[0]));

  const staging = mkdtempSync(join(tmpdir(), "aiven-bindings-"));
  try {
    await code.save(staging);
    const generated = join(staging, "providers/aiven");
    rmSync(join(generated, "lazy-index.ts"));
    for (const file of readdirSync(generated, { recursive: true, encoding: "utf8" }).map((each) =>
      join(generated, each),
    )) {
      if (file.endsWith("README.md")) rmSync(file);
    }
    rmSync(outdir, { recursive: true, force: true });
    cpSync(generated, outdir, { recursive: true });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Once it is loaded it runs terraform, whose settings are of no interest here, and reports what fails. */
function commons() {
  Object.assign(process.env, { CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: devNull });
  return import("@cdktf/commons");
}
