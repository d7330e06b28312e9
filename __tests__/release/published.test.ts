import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestOnCdkTerrain } from "../../tools/cdktn/manifest";
import { ROOT } from "../../tools/folder";
import { withAbsoluteLinks } from "../../tools/published/links";
import { publishedManifest } from "../../tools/published/manifest";
import { corrected } from "../../tools/published/python-snippets";

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
type Manifest = Readonly<Record<string, Json>>;

const manifests = [
  "package.json",
  ...readdirSync(join(ROOT, "packages")).map((name) => `packages/${name}/package.json`),
]
  .map((file) => readFileSync(join(ROOT, file), "utf8"))
  .filter((text) => (JSON.parse(text) as Manifest).private !== true)
  .flatMap((text) => (text.includes('"jsii":') ? [text, manifestOnCdkTerrain(text)] : [text]))
  .map((text) => JSON.parse(publishedManifest(text)) as Manifest);

test("five packages are published", () => {
  expect(manifests.map(({ name }) => name).sort()).toEqual([
    "aiven-azure-peering",
    "cdktf-aiven-azure-peering",
    "cdktf-provider-aiven",
    "cdktn-aiven-azure-peering",
    "cdktn-provider-aiven",
  ]);
});

describe.each(manifests.map((manifest) => [manifest.name as string, manifest] as const))(
  "the manifest of %s",
  (name, manifest) => {
    test("has what users need, and nothing of this repository", () => {
      const left = ["scripts", "devDependencies", "workspaces", "private"].filter((each) => each in manifest);
      expect(left).toEqual([]);
      expect(Object.keys((manifest.jsii as object | undefined) ?? {})).toEqual(
        "jsii" in manifest ? ["outdir", "targets"] : [],
      );
      const needed = [
        "name",
        "version",
        "description",
        "keywords",
        "homepage",
        "bugs",
        "license",
        "author",
        "repository",
        "types",
        "engines",
      ];
      expect(needed.filter((each) => !(each in manifest))).toEqual([]);
    });

    // jsii writes them into the metadata for PyPI, Maven and NuGet; PyPI refuses git+https://, and says so only when it is uploaded.
    test("has no address but of the web", () => {
      const { url } = manifest.repository as { url: string };
      const addresses = textsIn(manifest).filter((text) => /:\/\//.test(text));
      expect(addresses).toEqual(expect.arrayContaining([url, manifest.homepage]));
      expect(addresses.filter((text) => !/^https:\/\/[\w.-]+\/[\w./#-]+$/.test(text))).toEqual([]);
    });

    test("is found by the words that its core is found by", () => {
      const keywords = manifest.keywords as readonly string[];
      const words = [
        "cdktf",
        "terraform",
        ...(name.startsWith("cdkt") ? ["cdk"] : []),
        ...(name.startsWith("cdktn") ? ["cdktn"] : []),
      ];
      expect(keywords).toEqual(expect.arrayContaining(words));
      expect(new Set(keywords).size).toBe(keywords.length);
    });
  },
);

const textsIn = (value: Json): string[] =>
  typeof value === "string" ? [value] : typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];

describe("a README's links", () => {
  const place = { repository: "https://host/owner/name", directory: "packages/one", tag: "v1.2.3" };
  test.each([
    ["[a](docs/b.md)", "[a](https://host/owner/name/blob/v1.2.3/packages/one/docs/b.md)"],
    [
      "[a](../../c.md#d), [e](f/)",
      "[a](https://host/owner/name/blob/v1.2.3/c.md#d), [e](https://host/owner/name/blob/v1.2.3/packages/one/f)",
    ],
    ["![a](b.svg)", "![a](https://host/owner/name/blob/v1.2.3/packages/one/b.svg)"],
    ["[a](#b) [c](https://d/e) [f](mailto:g@h)", "[a](#b) [c](https://d/e) [f](mailto:g@h)"],
    ["```ts\nx[0](y)\n```\n[a](b)", "```ts\nx[0](y)\n```\n[a](https://host/owner/name/blob/v1.2.3/packages/one/b)"],
  ])("%j", (page, expected) => {
    expect(withAbsoluteLinks(page, place)).toBe(expected);
  });

  test("lead to nothing outside of the repository", () => {
    expect(() => withAbsoluteLinks("[a](../../../b)", place)).toThrow(
      "the link to ../../../b leads out of the repository",
    );
  });
});

describe("a snippet in Python", () => {
  const types = {
    a: { name: "Provider", namespace: "provider" },
    b: { name: "ProviderFeatures", namespace: "provider" },
    c: { name: "Network", namespace: "virtualNetwork" },
    d: { name: "Network", namespace: "dataNetwork" },
    e: { name: "App" },
  };
  const assemblies = [{ targets: { python: { module: "cloud" } }, types }];

  test("imports each name from its module", () => {
    const translated = [
      "from cloud.ProviderFeatures import ProviderFeatures",
      "from cloud.provider import Provider",
      "from cloud.virtualNetwork import Network",
      "from cloud import App",
      "",
      "app = App()",
    ];
    expect(corrected(translated.join("\n"), assemblies)).toBe(
      [
        "from cloud import App",
        "from cloud.provider import Provider, ProviderFeatures",
        "from cloud.virtual_network import Network",
        "",
        "app = App()",
      ].join("\n"),
    );
  });

  test.each([
    ["from cloud.other import Nothing", "cloud.other has no Nothing"],
    ["from elsewhere import App", "elsewhere has no App"],
    [
      "from cloud.other import Network",
      "Network is in cloud.virtual_network and cloud.data_network, and not in cloud.other",
    ],
  ])("with %j is refused", (line, message) => {
    expect(() => corrected(line, assemblies)).toThrow(message);
  });
});
