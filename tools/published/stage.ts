import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { run } from "../run";
import { type Place, withAbsoluteLinks } from "./links";
import { publishedManifest } from "./manifest";

interface Manifest {
  readonly version: string;
  readonly repository: { readonly url: string; readonly directory?: string };
}

interface Listing {
  readonly files: readonly { readonly path: string }[];
}

/**
 * Lays out in `to` what is published of the package that is built in `from`, for `npm pack` and for jsii-pacmak: the files that npm takes, a
 * package.json without what only this repository needs, and a README whose links work in a registry. jsii has the README a second time,
 * for the other languages.
 */
export async function stage(from: string, to: string): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  const [{ files }] = JSON.parse(
    await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], from),
  ) as readonly [Listing];
  for (const { path } of files) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(from, path), join(to, path));
  }

  const manifest = readFileSync(join(from, "package.json"), "utf8");
  const place = placeOf(JSON.parse(manifest) as Manifest);
  const rewrite = (file: string, change: (text: string) => string) =>
    writeFileSync(join(to, file), change(readFileSync(join(to, file), "utf8")));
  rewrite("package.json", publishedManifest);
  rewrite("README.md", (page) => withAbsoluteLinks(page, place));
  if (files.some(({ path }) => path === ".jsii.gz")) rewriteReadmeOfAssembly(join(to, ".jsii.gz"), place);
}

const placeOf = ({ version, repository: { url, directory = "" } }: Manifest): Place => ({
  repository: url.replace(/\.git$/, ""),
  directory,
  tag: `v${version}`,
});

function rewriteReadmeOfAssembly(file: string, place: Place): void {
  const assembly = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as { readme?: { markdown: string } };
  if (assembly.readme === undefined) return;
  assembly.readme.markdown = withAbsoluteLinks(assembly.readme.markdown, place);
  writeFileSync(file, gzipSync(JSON.stringify(assembly)));
}
