import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cutSchema, type Printed, wholeSchema } from "../../scripts/cut-schema";
import { ROOT } from "../../tools/folder";

const read = (name: string) => readFileSync(join(ROOT, "schemas", name), "utf8");

/** What Terraform would print: with prose everywhere, in no order, and with a resource that no file has. */
function printed(text: string): Printed {
  const inflate = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inflate);
    if (typeof value !== "object" || value === null) return value;
    const all = Object.entries(value).map(([key, each]) => [key, inflate(each)] as const);
    const isAttribute = "type" in value && (value.type === "string" || value.type === "bool");
    const prose = isAttribute ? { description: "What it is.", description_kind: "plain" } : {};
    return { ...prose, ...Object.fromEntries(all.reverse()) };
  };
  const all = inflate(JSON.parse(text)) as { provider_schemas: Record<string, { resource_schemas: object }> };
  for (const provider of Object.values(all.provider_schemas))
    provider.resource_schemas = { zz_added: { block: {}, version: 0 }, ...provider.resource_schemas };
  return { ...all, provider_versions: undefined } as unknown as Printed;
}

describe("of a provider that is only simulated", () => {
  const ADDRESS = "registry.terraform.io/hashicorp/azuread";
  const text = read("azuread.json");
  const present = JSON.parse(text) as Printed;

  test("what Terraform prints is cut down to the file that is committed, byte by byte", () => {
    const full = printed(text);
    expect(JSON.stringify(full)).toContain("What it is.");
    expect(JSON.stringify(cutSchema(full, present, "3.7.0"), undefined, 1)).toBe(text);
  });

  test("an attribute that is named description stays", () => {
    expect(text).toContain('"description": {');
  });

  test("a resource that is gone is named, rather than lost", () => {
    const full = JSON.parse(
      JSON.stringify(printed(text)).replaceAll("azuread_application", "azuread_renamed"),
    ) as Printed;
    expect(() => cutSchema(full, present, "5.0.0")).toThrow(
      new Error(`${ADDRESS}: this release has no "azuread_application"; take it out of the file first`),
    );
  });

  test("a provider that was not printed is named", () => {
    expect(() => cutSchema({ ...present, provider_schemas: {} }, present, "3.7.0")).toThrow(
      new Error(`provider: "${ADDRESS}" is not in what was printed; name it in required_providers`),
    );
  });
});

describe("of the provider that has bindings", () => {
  const ADDRESS = "registry.terraform.io/aiven/aiven";
  const text = read("aiven.json");
  const present = JSON.parse(text) as Printed;

  test("everything is kept, the descriptions too, in the order of the file that is committed", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      const all = Object.entries(value).map(([key, each]) => [key, reversed(each)] as const);
      return { ...("block" in value ? { description_kind: "markdown" } : {}), ...Object.fromEntries(all.reverse()) };
    };
    const full = reversed(present) as Printed;
    expect(JSON.stringify(full)).toContain("description_kind");
    expect(JSON.stringify(wholeSchema(full, present, "4.61.0"), undefined, 1)).toBe(text);
  });

  test("a resource that the file does not have yet is added", () => {
    const { resource_schemas } = wholeSchema(printed(text), present, "4.62.0").provider_schemas[ADDRESS] ?? {};
    expect(Object.keys(resource_schemas ?? {})).toContain("zz_added");
  });
});
