import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cutSchema, type Printed } from "../scripts/cut-schema";
import { ROOT } from "../tools/folder";

const ADDRESS = "registry.terraform.io/aiven/aiven";
const text = readFileSync(join(ROOT, "schemas/aiven.json"), "utf8");
const present = JSON.parse(text) as Printed;

/** What Terraform would print: with prose everywhere, and with resources that nobody here is interested in. */
function printed(): Printed {
  const inflate = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inflate);
    if (typeof value !== "object" || value === null) return value;
    const all = Object.entries(value).map(([key, each]) => [key, inflate(each)] as const);
    const isAttribute = "type" in value && (value.type === "string" || value.type === "bool");
    const prose = isAttribute ? { description: "What it is.", description_kind: "plain" } : {};
    return { ...Object.fromEntries(all.reverse()), ...prose };
  };
  const all = inflate(present) as { provider_schemas: Record<string, { resource_schemas: Record<string, unknown> }> };
  const { resource_schemas } = all.provider_schemas[ADDRESS];
  resource_schemas.aiven_kafka = resource_schemas.aiven_pg;
  return { ...all, provider_versions: undefined } as unknown as Printed;
}

test("what Terraform prints is cut down to the file that is committed, byte by byte", () => {
  const full = printed();
  expect(JSON.stringify(full)).toContain("What it is.");
  expect(JSON.stringify(cutSchema(full, present, "4.61.0"), undefined, 1)).toBe(text);
});

test("an attribute that is named description stays", () => {
  expect(text).toContain('"description": {');
});

test("a resource that is gone is named, rather than lost", () => {
  const full = JSON.parse(JSON.stringify(printed()).replaceAll("aiven_organization_vpc", "aiven_renamed")) as Printed;
  expect(() => cutSchema(full, present, "5.0.0")).toThrow(
    new Error(`${ADDRESS}: this release has no "aiven_organization_vpc"; take it out of the file first`),
  );
});

test("a provider that was not printed is named", () => {
  expect(() => cutSchema({ ...present, provider_schemas: {} }, present, "4.61.0")).toThrow(
    new Error(`provider: "${ADDRESS}" is not in what was printed; name it in required_providers`),
  );
});
