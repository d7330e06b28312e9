import { codeOnCdkTerrain } from "./names";
import { peersOf, RELEASES } from "./releases";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly scripts: Readonly<Record<string, string | undefined>>;
  readonly repository: object;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly jsii: { readonly targets: Record<string, unknown> };
  readonly cdktf?: object;
  readonly [other: string]: unknown;
}

/** In the registries of the other languages the names are free of hyphens. */
const NAMES_IN_OTHER_LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/"cdktf_/g, '"cdktn_'],
  [/io\.github\.cdktfaivenazurepeering/g, "io.github.cdktnaivenazurepeering"],
  [/"Cdktf\./g, '"Cdktn.'],
  // the repository of the Go module, which is another one than of CDKTF's
  [/(github\.com\/cdktf-aiven-azure-peering\/)cdktf-/g, "$1cdktn-"],
];

/** The package.json of the native package that belongs to one for CDKTF. */
export function manifestOnCdkTerrain(text: string): string {
  const original = JSON.parse(text) as Manifest;
  const { cdktf: provider, ...manifest } = JSON.parse(codeOnCdkTerrain(text)) as Manifest;
  // the command knows neither core, and is built where it is published from
  const build = manifest.scripts.build?.replace(" && npm run build -w aiven-azure-peering", "");
  const own = Object.keys(manifest.peerDependencies).filter((name) => !(name in RELEASES));
  const asked = Object.keys(manifest.peerDependencies).filter((name) => name in RELEASES);
  const pinned = Object.fromEntries(asked.map((name) => [name, RELEASES[name].version]));
  const targets = NAMES_IN_OTHER_LANGUAGES.reduce(
    (done, [name, other]) => done.replace(name, other),
    JSON.stringify(manifest.jsii.targets),
  );
  return `${JSON.stringify(
    {
      ...manifest,
      scripts: { ...manifest.scripts, ...(build !== undefined && { build }) },
      description: original.description.replace("CDKTF", "CDK Terrain"),
      // Who looks for CDKTF's packages finds them too, as with the packages of the core.
      keywords: ["cdktn", "cdk-terrain", ...original.keywords],
      repository: original.repository,
      peerDependencies: {
        ...peersOf(asked),
        ...Object.fromEntries(own.map((name) => [name, manifest.peerDependencies[name]])),
      },
      devDependencies: { ...manifest.devDependencies, ...pinned },
      jsii: { ...manifest.jsii, targets: JSON.parse(targets) as object },
      ...(provider && { cdktn: provider }),
    },
    undefined,
    2,
  )}\n`;
}
