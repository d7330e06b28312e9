import { cpSync, mkdirSync, readdirSync, realpathSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { removeTemporaryFolder, ROOT } from "./folder";
import { stage } from "./published/stage";
import { run } from "./run";

const MADE = /^(node_modules|\.git|build|dist|cdktf\.out|coverage|\.jsii(\.gz)?|.*\.tgz)$/;

/**
 * Copies the sources to `folder`, where they can be built while somebody else builds, edits or tests the checkout. What is
 * made from them stays behind, except for the dependencies.
 */
export function copySources(folder: string): void {
  mkdirSync(folder);
  for (const name of readdirSync(ROOT).filter((each) => !MADE.test(each))) {
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"), "junction");
}

/** Has the bindings compiled as they are published, which the compiler of what uses them asks for. */
export const buildBindings = () =>
  run("npm", ["run", "build"], realpathSync(path.join(ROOT, "node_modules/cdktf-provider-aiven")));

export interface Packed {
  readonly tarball: string;
  /** Bytes, as the registry counts them. */
  readonly size: number;
  /** Paths inside the package. */
  readonly files: readonly string[];
}

/** The construct and the bindings that it asks for. */
export interface Packages {
  readonly library: Packed;
  readonly bindings: Packed;
}

/** What `npm publish` would upload, from a copy of the sources in `folder`; `leftovers` lie there from an earlier build. */
export async function pack(folder: string, leftovers: readonly string[]): Promise<Packages> {
  await buildBindings();
  const sources = path.join(folder, "sources");
  copySources(sources);
  for (const file of leftovers) {
    mkdirSync(path.dirname(path.join(sources, file)), { recursive: true });
    writeFileSync(path.join(sources, file), "");
  }
  return packIn(sources, folder, "cdktf");
}

/** The same from the sources for one of the two cores, which `build` compiles if they are not. */
export async function packIn(
  sources: string,
  folder: string,
  core: "cdktf" | "cdktn",
  build: "build" | "built" = "build",
): Promise<Packages> {
  if (build === "build") await run("npm", ["run", "prepack"], sources);
  await packStaged(sources, folder);
  await packStaged(path.join(sources, "packages/cdktf-provider-aiven"), folder);
  const [library, bindings] = [
    await listed(folder, `${core}-aiven-azure-peering`),
    await listed(folder, `${core}-provider-aiven`),
  ];
  return { library, bindings };
}

/** Packs a package that is built, as it is published, into `folder`. */
export async function packStaged(source: string, folder: string): Promise<void> {
  const published = path.join(folder, "published");
  await stage(source, published);
  await run("npm", ["pack", "--pack-destination", folder], published);
  removeTemporaryFolder(published);
}

/** A tarball that `npm pack` has left in a folder, by the name of its package. */
export async function listed(folder: string, name: string): Promise<Packed> {
  const file = readdirSync(folder).find((each) => each.startsWith(`${name}-`) && each.endsWith(".tgz"));
  if (file === undefined) throw new Error(`npm pack left no tarball of ${name} in ${folder}`);
  const tarball = path.join(folder, file);
  const list = await run("tar", ["-tzf", file], folder);
  const files = list.trim().split("\n").sort();
  return { tarball, size: statSync(tarball).size, files: files.map((each) => each.replace(/^package\//, "")) };
}
