import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../run";
import { GENERATOR, RELEASES } from "./releases";

const INSTALL = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];

/**
 * Installs cdktn, its prebuilt providers and its generator below `folder`, where they are not there yet. Where npm does not have one of the
 * providers, its tarball is taken out of the wheel that PyPI has, which holds it for jsii.
 *
 * @returns what npm was asked for: each package with its version, or the file with its tarball
 */
export async function installCdktn(folder: string): Promise<Readonly<Record<string, string>>> {
  const stamp = join(folder, "installed.json");
  const releases = JSON.stringify([RELEASES, GENERATOR]);
  if (existsSync(stamp)) {
    const known = JSON.parse(readFileSync(stamp, "utf8")) as { releases: string; dependencies: Record<string, string> };
    if (known.releases === releases) return known.dependencies;
  }

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const dependencies: Record<string, string> = {};
  for (const name of Object.keys(RELEASES)) dependencies[name] = await specifierOf(name, folder);
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, dependencies, devDependencies: GENERATOR }, undefined, 2),
  );
  await run("npm", INSTALL, folder);
  writeFileSync(stamp, JSON.stringify({ releases, dependencies }));
  return dependencies;
}

/** What npm installs a package by: its version, or the file with its tarball. */
async function specifierOf(name: string, folder: string): Promise<string> {
  const { version, wheel } = RELEASES[name];
  if (wheel === undefined) return version;
  const known = await run("npm", ["view", `${name}@${version}`, "version"], folder).catch((error: unknown) => {
    if (/E404/.test(String(error))) return "";
    throw error;
  });
  return known.includes(version) ? version : `file:${await tarballIn(wheel, version, folder)}`;
}

async function tarballIn(wheel: string, version: string, folder: string): Promise<string> {
  const options = ["--quiet", "--disable-pip-version-check", "--no-deps"];
  const home = join(folder, wheel);
  await run("python3", ["-m", "pip", "download", ...options, "--dest", home, `${wheel}==${version}`], folder);
  const [file = ""] = readdirSync(home);
  await run("python3", ["-m", "zipfile", "--extract", file, "."], home);
  const tarball = readdirSync(home, { recursive: true, encoding: "utf8" }).find((each) => /\.jsii\.tgz$/.test(each));
  if (tarball === undefined) throw new Error(`${file} holds no npm tarball`);
  return join(home, tarball);
}
