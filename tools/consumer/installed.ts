import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "../run";
import type { Built } from "./built";

/** The files of an app, as texts by their names. */
export type Files = ReadonlyMap<string, string>;

/** A folder outside the repository in which the packages are installed, for apps in folders below it. */
export interface Installed {
  /** Writes an app's files, runs it as its cdktf.json says, and returns the folder with the JSON of its one stack. */
  synthesise(name: string, files: Files): Promise<string>;
}

export interface InstalledByPip extends Installed {
  /** Runs lines of Python, and returns what they print. */
  evaluate(lines: readonly string[]): Promise<string>;
  /** Installs more, beside what is there. */
  add(...packages: readonly string[]): Promise<unknown>;
}

/**
 * As npm installs what the app's package.json asks for, but for the packages that no registry has.
 *
 * @param files - the app's, with a package.json
 * @param from - where a package comes from that is not asked for by its version, by its name
 */
export async function installedByNpm(
  home: string,
  files: Files,
  { tarballs }: Built,
  from: Readonly<Record<string, string>> = {},
): Promise<Installed> {
  const manifest = JSON.parse(files.get("package.json") ?? "") as { dependencies: Record<string, string> };
  const local = Object.fromEntries(Object.entries(tarballs).map(([name, file]) => [name, `file:${file}`]));
  const dependencies = { ...manifest.dependencies, ...from, ...local };
  write(home, new Map([["package.json", JSON.stringify({ ...manifest, dependencies }, undefined, 2)]]));
  await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], home);
  return { synthesise: (name, app) => synthesise(join(home, name), app) };
}

/** As pip installs the app's requirements.txt into a virtual environment. */
export async function installedByPip(home: string, files: Files, { wheels }: Built): Promise<InstalledByPip> {
  write(home, new Map([["requirements.txt", files.get("requirements.txt") ?? ""]]));
  await run("python3", ["-m", "venv", "venv"], home);
  const programs = join(home, "venv/bin");
  const add = (...packages: readonly string[]) =>
    run(join(programs, "pip"), ["install", "--quiet", "--disable-pip-version-check", ...packages], home);
  await add("--find-links", wheels, "-r", "requirements.txt");
  const env = { PATH: [programs, process.env.PATH].join(delimiter) };
  return {
    synthesise: (name, app) => synthesise(join(home, name), app, env),
    evaluate: (lines) => run("python3", ["-c", lines.join("\n")], home, env),
    add,
  };
}

function write(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

async function synthesise(folder: string, files: Files, env?: Readonly<Record<string, string>>): Promise<string> {
  write(folder, files);
  const { app } = JSON.parse(files.get("cdktf.json") ?? "") as { app: string };
  const [program = "", ...args] = app.split(" ");
  await run(program, args, folder, env);
  const stacks = join(folder, "cdktf.out/stacks");
  const [stack = "", ...others] = readdirSync(stacks);
  if (others.length > 0) throw new Error(`${folder} has more stacks than one: ${others.join(", ")}`);
  return join(stacks, stack);
}
