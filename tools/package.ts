import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./folder";
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

export interface Packed {
  readonly tarball: string;
  /** Bytes, as the registry counts them. */
  readonly size: number;
  /** Paths inside the package. */
  readonly files: readonly string[];
}

/** What `npm publish` would upload, from a copy of the sources in `folder`; `leftovers` lie there from an earlier build. */
export async function pack(folder: string, leftovers: readonly string[]): Promise<Packed> {
  const sources = path.join(folder, "sources");
  copySources(sources);
  for (const file of leftovers) {
    mkdirSync(path.dirname(path.join(sources, file)), { recursive: true });
    writeFileSync(path.join(sources, file), "");
  }
  await run("npm", ["pack", "--pack-destination", folder], sources);

  const name = readdirSync(folder).find((each) => each.endsWith(".tgz"));
  if (name === undefined) throw new Error(`npm pack left no tarball in ${folder}`);
  const tarball = path.join(folder, name);
  const list = await run("tar", ["-tzf", name], folder);
  const files = list.trim().split("\n").sort();
  return { tarball, size: statSync(tarball).size, files: files.map((file) => file.replace(/^package\//, "")) };
}
