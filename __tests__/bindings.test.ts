import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Testing } from "cdktf";
import { AivenProvider } from "cdktf-aiven-azure-peering/provider-aiven/provider";
import { generateBindings } from "../scripts/generate-bindings";

const COMMITTED = path.join(__dirname, "../lib/provider-aiven");

let staging: string;
let fresh: Record<string, string>;
beforeAll(async () => {
  staging = mkdtempSync(path.join(tmpdir(), "bindings-"));
  await generateBindings(path.join(staging, "provider-aiven"));
  fresh = filesIn(path.join(staging, "provider-aiven"));
});
afterAll(() => rmSync(staging, { recursive: true, force: true }));

const committed = filesIn(COMMITTED);

test("the committed bindings are the ones `npm run generate` makes", () => {
  expect(Object.keys(committed)).toEqual(Object.keys(fresh));
  // Names, not contents: the difference itself is what `npm run generate && git diff` shows.
  const stale = Object.keys(committed).filter((file) => committed[file] !== fresh[file]);
  expect(stale).toEqual([]);
});

test("there are bindings for what a peering is about, and for nothing else", () => {
  expect(Object.keys(committed)).toEqual([
    "azure-vpc-peering-connection/index.ts",
    "data-aiven-azure-vpc-peering-connection/index.ts",
    "data-aiven-organization-vpc/index.ts",
    "data-aiven-project-vpc/index.ts",
    "data-aiven-project/index.ts",
    "index.ts",
    "organization-vpc/index.ts",
    "pg/index.ts",
    "project-vpc/index.ts",
    "provider/index.ts",
  ]);
});

test("an app asks for any 4.x release of the provider from 4.61 on", () => {
  const json = Testing.synthScope((stack) => {
    new AivenProvider(stack, "aiven");
  });
  const { terraform } = JSON.parse(json) as { terraform: { required_providers: Record<string, unknown> } };
  expect(terraform.required_providers.aiven).toEqual({ source: "aiven/aiven", version: "~> 4.61" });
});

test("no binding pins one exact release", () => {
  const classes = Object.keys(committed).filter((file) => file !== "index.ts");
  const asked = classes.map((file) => `${file} ${metadata(committed[file] ?? "")}`);
  expect(asked).toEqual(classes.map((file) => `${file} providerName: 'aiven', providerVersionConstraint: '~> 4.61'`));
});

/** What a generated class tells cdktf of its provider, on one line. */
function metadata(code: string): string {
  return /terraformGeneratorMetadata: \{([^}]*)\}/.exec(code)?.[1]?.replace(/\s+/g, " ").trim() ?? "none";
}

function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();
  return Object.fromEntries(
    files.map((name) => [name.split(path.sep).join("/"), readFileSync(path.join(folder, name), "utf8")]),
  );
}
