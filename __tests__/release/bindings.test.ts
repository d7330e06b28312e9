import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { Testing } from "cdktf";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import { generateBindings } from "../../scripts/generate-bindings";
import { ROOT } from "../../tools/folder";
import { compileSnippets } from "../support/snippets";

/** A type as Terraform prints it. */
type Type =
  | string
  | readonly ["list" | "set" | "map", Type]
  | readonly ["tuple", readonly Type[]]
  | readonly ["object", Readonly<Record<string, Type>>];
interface Block {
  readonly attributes?: Readonly<Record<string, { readonly type?: Type; readonly nested_type?: Block }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}
interface Schema {
  readonly block: Block;
}

type Schemas = Readonly<Record<"resource_schemas" | "data_source_schemas", Readonly<Record<string, Schema>>>>;
const printed = JSON.parse(readFileSync(path.join(ROOT, "schemas/aiven.json"), "utf8")) as {
  readonly provider_schemas: Readonly<Record<string, Schemas>>;
};
const { resource_schemas, data_source_schemas } = printed.provider_schemas["registry.terraform.io/aiven/aiven"];

/** Terraform's name and schema of what has a module of its own, by module. */
const modules = new Map<string, readonly [type: string, Schema]>([
  ...Object.entries(resource_schemas).map(([type, schema]) => [moduleOf(type, ""), [type, schema]] as const),
  ...Object.entries(data_source_schemas).map(
    ([type, schema]) => [moduleOf(type, "data-aiven-"), [type, schema]] as const,
  ),
]);

function moduleOf(type: string, prefix: string): string {
  return type.replace(/^aiven_/, prefix).replaceAll("_", "-");
}

/** What a generated module exports, as an app loads it. */
const load = createRequire(__filename) as (
  name: string,
) => Record<string, { tfResourceType?: string; prototype: object }>;
const moduleAt = (name: string) => load(`cdktf-provider-aiven/lib/${name}`);

let generated: string;
beforeAll(async () => {
  generated = mkdtempSync(path.join(tmpdir(), "bindings-"));
  await generateBindings(path.join(ROOT, "schemas/aiven.json"), generated);
});
afterAll(() => rmSync(generated, { recursive: true, force: true }));

const source = (module: string) => readFileSync(path.join(generated, module, "index.ts"), "utf8");

test("there are 79 resources and 75 data sources with a module each, the provider, and nothing else", () => {
  expect([Object.keys(resource_schemas), Object.keys(data_source_schemas)].map(({ length }) => length)).toEqual([
    79, 75,
  ]);
  expect(readdirSync(generated).sort()).toEqual([...modules.keys(), "provider", "index.ts"].sort());
});

test("what is installed is what `npm run generate` makes of the schema", () => {
  const stale = [...modules.keys(), "provider"].filter(
    (name) =>
      readFileSync(path.join(ROOT, "packages/cdktf-provider-aiven/src", name, "index.ts"), "utf8") !== source(name),
  );
  expect(stale).toEqual([]);
});

test("the index names every module once, and loads it when it is named", () => {
  const index = Object.getOwnPropertyDescriptors(load("cdktf-provider-aiven"));
  const names = Object.keys(index).filter((name) => name !== "__esModule");
  expect(names.filter((name) => !("get" in (index[name] ?? {})))).toEqual([]);
  const folders = names.map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  expect(folders.sort()).toEqual([...modules.keys(), "provider"].sort());
  expect(load("cdktf-provider-aiven").kafka).toBe(moduleAt("kafka"));
});

describe.each([...modules].map(([module, [type, schema]]) => ({ module, type, schema })))(
  "$module",
  ({ module, type, schema }) => {
    test("has one class for its type, every argument and attribute, and none twice", () => {
      const classes = Object.entries(moduleAt(module)).filter(([, { tfResourceType }]) => tfResourceType !== undefined);
      expect(classes.map(([, { tfResourceType }]) => tfResourceType)).toEqual([type]);

      const declared = classesIn(source(module));
      const twice = declared.filter(({ getters }) => new Set(getters).size < getters.length);
      expect(twice).toEqual([]);
      expect(declared.flatMap(({ names }) => names).sort()).toEqual(namesIn(schema.block).sort());

      const missing = declared.flatMap(({ name, getters }) => {
        const { prototype } = moduleAt(module)[name] ?? { prototype: {} };
        return getters.filter((getter) => Object.getOwnPropertyDescriptor(prototype, getter)?.get === undefined);
      });
      expect(missing).toEqual([]);
    });
  },
);

/** The classes of a module: Terraform's names of what they hold, and the getters under which they have it. */
function classesIn(code: string) {
  return code
    .split(/^export class /m)
    .slice(1)
    .map((body) => {
      // cdktn's generator says of a write-only attribute, above its getter, that it is null whenever it is read.
      const members = [
        ...body.matchAll(
          /^ {2}\/\/ (\w+) - computed: .*\n(?: {2}private .*\n)?(?: {2}\/\*\*\n(?: {2}\*.*\n)+)? {2}public get (\w+)\(\)/gm,
        ),
      ];
      return {
        name: /^\w+/.exec(body)?.[0] ?? "",
        names: members.map(([, terraform = ""]) => terraform),
        getters: members.map(([, , getter = ""]) => getter),
      };
    });
}

/** All names in a block and in what is nested in it, each as often as it is there. */
function namesIn(block: Block): string[] {
  return [
    ...Object.entries(block.attributes ?? {}).flatMap(([name, { type, nested_type }]) => [
      name,
      ...(nested_type ? namesIn(nested_type) : namesOf(type)),
    ]),
    ...Object.entries(block.block_types ?? {}).flatMap(([name, nested]) => [name, ...namesIn(nested.block)]),
  ];
}

/** The names in the objects that a type is made of. */
function namesOf(type: Type | undefined): string[] {
  if (type === undefined || typeof type === "string") return [];
  if (type[0] === "object") return Object.entries(type[1]).flatMap(([name, inner]) => [name, ...namesOf(inner)]);
  return type[0] === "tuple" ? type[1].flatMap(namesOf) : namesOf(type[1]);
}

test("the snippets of the package's README compile", () => {
  const file = path.join(ROOT, "packages/cdktf-provider-aiven/README.md");
  expect(compileSnippets(readFileSync(file, "utf8"))).toEqual([]);
});

test("both packages have one version, and the library asks for the bindings of its own", () => {
  const manifest = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), "utf8")) as Record<string, unknown>;
  const { version, peerDependencies, devDependencies } = manifest("package.json");
  expect(manifest("packages/cdktf-provider-aiven/package.json").version).toBe(version);
  expect(devDependencies).toMatchObject({ "cdktf-provider-aiven": version });
  expect(peerDependencies).toMatchObject({ "cdktf-provider-aiven": `^${String(version)}` });
});

test("an app asks for any 4.x release of the provider from 4.61 on", () => {
  const json = Testing.synthScope((stack) => {
    new AivenProvider(stack, "aiven");
  });
  const { terraform } = JSON.parse(json) as { terraform: { required_providers: Record<string, unknown> } };
  expect(terraform.required_providers.aiven).toEqual({ source: "aiven/aiven", version: "~> 4.61" });
});

test("no binding pins one exact release", () => {
  const others = [...modules.keys(), "provider"].filter(
    (name) => metadata(source(name)) !== "providerName: 'aiven', providerVersionConstraint: '~> 4.61'",
  );
  expect(others).toEqual([]);
});

/** What a generated class tells cdktf of its provider, on one line. */
function metadata(code: string): string {
  return /terraformGeneratorMetadata: \{([^}]*)\}/.exec(code)?.[1]?.replace(/\s+/g, " ").trim() ?? "none";
}
