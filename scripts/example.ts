/**
 * Writes an example as an app of its own, for CDKTF or for CDK Terrain: `npm run example -- minimal ../my-app --cdktn`. `main` is the
 * app of main.ts.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { RELEASES } from "../tools/cdktn/releases";
import { fileOnCdkTerrain } from "../tools/cdktn/repository";
import { ROOT } from "../tools/folder";

const EXAMPLES = join(ROOT, "examples");
/** Not the tsconfig.json, which is about this repository, and nothing of a run, such as a state. */
const COPIED = /\.(md|py|ts|txt)$|^cdktf\.json$/;

/** The apps, by name. */
export const examples = (): string[] => [
  "main",
  ...readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, "cdktf.json"))),
];

/** The app's files, as texts by their names. */
export function exampleFiles(name: string, cdktn: boolean): ReadonlyMap<string, string> {
  const folder = name === "main" ? "" : `examples/${name}`;
  const names =
    name === "main" ? ["main.ts", "cdktf.json"] : readdirSync(join(ROOT, folder)).filter((each) => COPIED.test(each));
  const files = new Map<string, string>();
  for (const each of names) {
    const file = folder === "" ? each : `${folder}/${each}`;
    const text = readFileSync(join(ROOT, file), "utf8");
    files.set(each, cdktn ? fileOnCdkTerrain(file, text) : text);
  }
  // Python's says in requirements.txt what it needs.
  if (!files.has("main.ts")) return files;
  return files.set("package.json", `${JSON.stringify(manifest(name, cdktn), undefined, 2)}\n`);
}

function manifest(name: string, cdktn: boolean): object {
  const { version, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    version: string;
    devDependencies: Record<string, string>;
  };
  const core = cdktn ? "cdktn" : "cdktf";
  const pinned = (...names: string[]) => Object.fromEntries(names.map((each) => [each, devDependencies[each]]));
  const providers = ["provider-azuread", "provider-azurerm", "provider-time"];
  return {
    name: `aiven-azure-peering-${name}`,
    private: true,
    dependencies: {
      [`${core}-aiven-azure-peering`]: `^${version}`,
      [`${core}-provider-aiven`]: `^${version}`,
      ...(cdktn
        ? Object.fromEntries(Object.entries(RELEASES).map(([each, release]) => [each, release.version]))
        : pinned("cdktf", "constructs", ...providers.map((each) => `@cdktf/${each}`))),
    },
    devDependencies: {
      [`${core}-cli`]: cdktn ? RELEASES.cdktn.version : devDependencies["cdktf-cli"],
      ...pinned("@swc-node/register", "@swc/core", "@types/node", "typescript"),
    },
  };
}

function main(args: readonly string[]): number {
  const [name = "", folder, ...rest] = args.filter((each) => each !== "--cdktn");
  if (!examples().includes(name) || folder === undefined || rest.length > 0) {
    console.error(
      `example: "${args.join(" ")}" is not allowed, give one of ${examples().join(", ")}, a folder, and --cdktn for CDK Terrain`,
    );
    return 2;
  }
  const home = resolve(folder);
  if (existsSync(home) && readdirSync(home).length > 0) {
    console.error(`folder: ${home} is not allowed, it is not empty; give a new one`);
    return 2;
  }
  mkdirSync(home, { recursive: true });
  for (const [file, text] of exampleFiles(name, args.includes("--cdktn"))) writeFileSync(join(home, file), text);

  console.log(`${name} is in ${home}; its README.md, or that of this repository, says how it is deployed`);
  return 0;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
