/**
 * Builds what is published into dist/, the construct and the bindings of Aiven's provider, for CDKTF and for CDK Terrain, and the command:
 * `npm run package`, or `npm run package -- python go` for some languages.
 *
 * npm's tarballs and Python's wheels must come out. The other languages need a toolchain, and cdktf's packages in their own
 * registry; where one of these is missing the sources are generated all the same, and the closing table says so. A
 * language that is asked for by name must come out too.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { NATIVE } from "../tools/cdktn/repository";
import { ROOT } from "../tools/folder";

const DIST = join(ROOT, "dist");
/** The packages of each core, in the order in which one needs the other; the compiler takes one core at a time. */
const PACKAGES: readonly Readonly<Record<string, string>>[] = [
  {
    "cdktf-provider-aiven": join(ROOT, "packages/cdktf-provider-aiven"),
    "cdktf-aiven-azure-peering": ROOT,
  },
  {
    "cdktn-provider-aiven": join(NATIVE, "packages/cdktf-provider-aiven"),
    "cdktn-aiven-azure-peering": NATIVE,
  },
];

/** It knows neither core, and is for npm alone. */
const COMMAND = join(ROOT, "packages/aiven-azure-peering");

interface Language {
  readonly target: string;
  /** The program that compiles it; npm is there if this script runs. */
  readonly toolchain: readonly [string, ...string[]];
  readonly always?: boolean;
}

const LANGUAGES: readonly Language[] = [
  { target: "js", toolchain: ["npm", "--version"], always: true },
  { target: "python", toolchain: ["python3", "--version"], always: true },
  { target: "java", toolchain: ["mvn", "--version"] },
  { target: "dotnet", toolchain: ["dotnet", "--version"] },
  { target: "go", toolchain: ["go", "version"] },
];

interface Outcome {
  readonly target: string;
  readonly built: boolean;
  readonly required: boolean;
  readonly what: string;
}

const runs = ([command, ...args]: Language["toolchain"]) => spawnSync(command, args).status === 0;

/** Runs jsii-pacmak; returns the reason if it fails, and keeps all that it said in dist/. */
function pacmak(target: string, packages: readonly string[], outdir: string, ...options: string[]): string | undefined {
  const program = join(ROOT, "node_modules/jsii-pacmak/bin/jsii-pacmak");
  // The build has been made: without this, npm would make it again for every language.
  const args = [program, "--target", target, "--outdir", outdir, "--pack-command", "npm pack -q --ignore-scripts"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...options, ...packages], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status === 0) return undefined;
  const said = stripVTControlCharacters(`${stdout}\n${stderr}`);
  writeFileSync(join(DIST, `${target}.log`), said);
  // What the toolchain itself said comes before what jsii-pacmak makes of it.
  const lines = said.split("\n");
  const reason =
    lines.find((line) => /^#STD\w+> (\[ERROR\]|go: (?!downloading)|.*error:)/.test(line)) ??
    lines.find((line) => /error:/i.test(line)) ??
    "it failed";
  return `${reason.replace(/^#STD\w+> /, "").slice(0, 300)}; dist/${target}.log has all of it`;
}

function packagesOf(target: string): string | undefined {
  rmSync(join(DIST, target), { recursive: true, force: true });
  for (const packages of PACKAGES) {
    const reason = pacmak(target, Object.values(packages), DIST);
    if (reason !== undefined) return reason;
  }
  return target === "js" ? packCommand() : undefined;
}

function packCommand(): string | undefined {
  const args = ["pack", "--quiet", "--pack-destination", join(DIST, "js")];
  const { status } = spawnSync("npm", args, { cwd: COMMAND, stdio: "inherit" });
  return status === 0 ? undefined : `npm ${args.join(" ")} failed in ${COMMAND}`;
}

/** Each package in a folder of its own: Java's would overwrite one another. */
function sourcesOf(target: string): string | undefined {
  rmSync(join(DIST, target), { recursive: true, force: true });
  const failures = PACKAGES.flatMap((packages) => Object.entries(packages)).map(([name, folder]) => {
    const outdir = join(DIST, "sources", name);
    rmSync(join(outdir, target), { recursive: true, force: true });
    return pacmak(target, [folder], outdir, "--code-only");
  });
  return failures.find((reason) => reason !== undefined);
}

function packageFor({ target, toolchain, always }: Language, named: boolean): Outcome {
  console.log(`==> ${target}`);
  const required = named || always === true;
  const missing = runs(toolchain) ? undefined : `${toolchain[0]} is not on the PATH`;
  const reason = missing ?? packagesOf(target);
  if (reason === undefined) return { target, built: true, required, what: `built, in dist/${target}` };
  const failed = sourcesOf(target);
  const sources =
    failed === undefined ? `sources only, in dist/sources/*/${target}` : `not even its sources (${failed})`;
  return { target, built: false, required: required || failed !== undefined, what: `${sources}: ${reason}` };
}

function main(names: readonly string[]): number {
  const unknown = names.filter((name) => !LANGUAGES.some(({ target }) => target === name));
  if (unknown.length > 0) {
    const all = LANGUAGES.map(({ target }) => target).join(", ");
    console.error(`language: ${unknown.join(", ")} is not allowed: give some of ${all}, or none for all of them`);
    return 2;
  }
  mkdirSync(DIST, { recursive: true });
  for (const script of ["prepack", "build:cdktn"]) {
    const build = spawnSync("npm", ["run", script], { cwd: ROOT, stdio: "inherit" });
    if (build.status !== 0) return 1;
  }

  const wanted = LANGUAGES.filter(({ target }) => names.length === 0 || names.includes(target));
  const outcomes = wanted.map((language) => packageFor(language, names.length > 0));
  console.log(`\n${outcomes.map(({ target, what }) => `${target.padEnd(7)} ${what}`).join("\n")}`);
  const failed = outcomes.filter(({ built, required }) => required && !built);
  if (failed.length > 0) console.error(`\nnot built: ${failed.map(({ target }) => target).join(", ")}`);
  return failed.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
