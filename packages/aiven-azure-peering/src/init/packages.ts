import { readdirSync } from "node:fs";
import { posix, relative, resolve, sep } from "node:path";
import { UsageError } from "../clouds/errors";

type Files = Readonly<Record<string, string>>;

/**
 * An app that takes packages from a folder instead of a registry: npm each package whose tarball is there, pip whatever it finds there.
 *
 * @param home where the app is written
 * @throws UsageError where the folder has nothing that the app needs
 */
export function fromFolder(files: Files, packages: string, home: string): Files {
  let names: readonly string[];
  try {
    names = readdirSync(packages);
  } catch {
    throw new UsageError(`--packages: "${packages}" cannot be read, name a folder with tarballs or wheels`);
  }
  const folder = relative(home, resolve(packages)).split(sep).join("/");
  const needed = "package.json" in files ? withTarballs(files, names, folder) : withWheels(files, names, folder);
  if (needed) return needed;
  throw new UsageError(`--packages: "${packages}" is not allowed, it has no tarball or wheel of what the app needs`);
}

function withTarballs(files: Files, names: readonly string[], folder: string): Files | undefined {
  const manifest = JSON.parse(files["package.json"]) as Readonly<Record<string, Files>>;
  let found = false;
  const local = (asked: Files): Files =>
    Object.fromEntries(
      Object.entries(asked).map(([name, version]) => {
        const tarball = names.find((file) => isTarballOf(name, file));
        found ||= tarball !== undefined;
        return [name, tarball === undefined ? version : `file:${posix.join(folder, tarball)}`];
      }),
    );
  const { dependencies, devDependencies } = manifest;
  const changed = { ...manifest, dependencies: local(dependencies), devDependencies: local(devDependencies) };
  return found ? { ...files, "package.json": `${JSON.stringify(changed, undefined, 2)}\n` } : undefined;
}

/** As npm and jsii-pacmak name them: `name-1.0.0.tgz`, `scope-name-1.0.0.tgz`, `name@1.0.0.jsii.tgz`. */
function isTarballOf(name: string, file: string): boolean {
  const start = name.replace(/^@/, "").replace("/", "-");
  return file.startsWith(start) && /^[-@]\d[^/]*\.tgz$/.test(file.slice(start.length));
}

function withWheels(files: Files, names: readonly string[], folder: string): Files | undefined {
  const { "requirements.txt": asked } = files;
  const needed = asked.match(/^[\w-]+/gm) ?? [];
  const wheel = (name: string) => names.some((file) => file.startsWith(`${name.replaceAll("-", "_")}-`));
  if (!needed.some(wheel)) return undefined;
  return { ...files, "requirements.txt": `--find-links ${folder}\n${asked}` };
}
