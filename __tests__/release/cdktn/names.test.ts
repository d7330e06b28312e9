import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../../package.json";
import { fileOnCdkTerrain } from "../../../tools/cdktn/repository";
import { ROOT } from "../../../tools/folder";

const onCdkTerrain = (file: string) => fileOnCdkTerrain(file, readFileSync(join(ROOT, file), "utf8"));
const modules = readdirSync(join(ROOT, "lib"), { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);

test.each(modules)("lib/%s imports nothing of CDKTF", (name) => {
  expect(onCdkTerrain(`lib/${name}`)).not.toMatch(/from "@?cdktf/);
});

test("what the library says names the command of CDK Terrain", () => {
  expect(onCdkTerrain("lib/terraform/construct.ts")).toContain("(cdktn synth --hcl)");
});

test("the right to list resource providers is left out by default, as azurerm 5 does without", () => {
  expect(onCdkTerrain("lib/access/resource-provider-access.ts")).toMatch(
    /^export const LISTS_RESOURCE_PROVIDERS: boolean = false;$/m,
  );
});

test("the command stays as it is, since it knows neither core", () => {
  const file = "packages/aiven-azure-peering/package.json";
  expect(onCdkTerrain(file)).toBe(readFileSync(join(ROOT, file), "utf8"));
});

test("a default that is written another way is not overlooked", () => {
  expect(() => fileOnCdkTerrain("lib/access/resource-provider-access.ts", "export const OTHER = true;")).toThrow(
    'lib/access/resource-provider-access.ts does not say "LISTS_RESOURCE_PROVIDERS: boolean = true" any more',
  );
});

describe.each(["package.json", "packages/cdktf-provider-aiven/package.json"])("%s", (file) => {
  const manifest = JSON.parse(onCdkTerrain(file)) as {
    name: string;
    version: string;
    repository: { url: string };
    peerDependencies: Record<string, string>;
    jsii: { targets: Record<string, Record<string, unknown>> };
  };

  test("is a package of its own, from the same repository, with the same version", () => {
    expect(manifest.name).toMatch(/^cdktn-(aiven-azure-peering|provider-aiven)$/);
    expect(manifest.version).toBe(packageJson.version);
    expect(manifest.repository.url).toBe(packageJson.repository.url);
  });

  test("asks for nothing of CDKTF, and for no single minor of 0.x", () => {
    expect(Object.keys(manifest.peerDependencies).filter((name) => name.includes("cdktf"))).toEqual([]);
    expect(manifest.peerDependencies).toMatchObject({ cdktn: ">=0.24 <1", constructs: "^10.6.0" });
    const locked = Object.entries(manifest.peerDependencies).filter(
      ([name, range]) => /^@cdktn\//.test(name) && /^[\^~]/.test(range),
    );
    expect(locked).toEqual([]);
  });

  test("has names of its own in every language", () => {
    const original = JSON.parse(readFileSync(join(ROOT, file), "utf8")) as typeof manifest;
    const { python, java, dotnet, go } = manifest.jsii.targets;
    const names = (targets: typeof manifest.jsii.targets) => [
      targets.python.distName,
      targets.python.module,
      targets.java.package,
      targets.dotnet.packageId,
      (targets.java.maven as Record<string, string>).artifactId,
      targets.go.moduleName,
    ];
    const shared = names({ python, java, dotnet, go }).filter((name) => names(original.jsii.targets).includes(name));
    expect(shared).toEqual([]);
  });
});

test("the README shows CDK Terrain's users what they install and import", () => {
  const readme = onCdkTerrain("README.md");
  expect(readme).toMatch(/^# cdktn-aiven-azure-peering$/m);
  expect(readme).toContain("npm install ../the-clone/dist/js/cdktn-*.tgz cdktn ");
  expect(readme).toContain('import type { TerraformStack } from "cdktn";');
  expect(readme).not.toMatch(/from "@?cdktf/);
  expect(readme).not.toContain("CDKTF");
});
