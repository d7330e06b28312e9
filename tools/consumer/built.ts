import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "../folder";
import { run } from "../run";

export type Core = "cdktf" | "cdktn";

/** The packages for one core, the construct's and the bindings', and the command. */
export interface Built {
  /** npm's tarballs, by the package's name. */
  readonly tarballs: Readonly<Record<string, string>>;
  /** The folder with Python's wheels, in which pip finds them by their names. */
  readonly wheels: string;
}

/** What `npm run package` makes. */
export const DIST = join(ROOT, "dist");
/** What decides of what is in them. */
const SOURCES = [
  "lib",
  "tools/cdktn",
  "tools/published",
  "README.md",
  "packages/cdktf-provider-aiven/package.json",
  "packages/aiven-azure-peering/src",
  "examples",
  "package.json",
  "schemas/aiven.json",
];

/** What `npm run package` has left in dist/, as it is published; made again where a source is newer. */
export async function built(): Promise<(core: Core) => Built> {
  const newest = Math.max(
    ...SOURCES.flatMap((name) => filesIn(join(ROOT, name))).map((file) => statSync(file).mtimeMs),
  );
  const made = packages();
  if (made.length < 9 || made.some((file) => statSync(file).mtimeMs < newest)) {
    console.log("==> build the packages");
    await run("npm", ["run", "package", "--", "js", "python"], ROOT);
  }
  return packagesFor;
}

const filesIn = (at: string): string[] =>
  statSync(at).isFile()
    ? [at]
    : readdirSync(at, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));

const packages = (): string[] =>
  ["js", "python"]
    .map((language) => join(DIST, language))
    .filter(existsSync)
    .flatMap(filesIn)
    .filter((file) => /\.(tgz|whl)$/.test(file));

function packagesFor(core: Core): Built {
  const find = (name: string) => {
    const found = packages().filter(
      (file) => basename(file).startsWith(`${name}@`) || basename(file).startsWith(`${name}-0`),
    );
    if (found.length !== 1) throw new Error(`dist/js has ${found.length} tarballs of ${name}; remove it and run again`);
    return found[0];
  };
  const names = [`${core}-aiven-azure-peering`, `${core}-provider-aiven`, "aiven-azure-peering"];
  return { tarballs: Object.fromEntries(names.map((name) => [name, find(name)])), wheels: join(DIST, "python") };
}
