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
import { correctImports } from "../tools/published/python-snippets";
import { stage } from "../tools/published/stage";
import { run } from "../tools/run";

const DIST = join(ROOT, "dist");

/** The packages of a core, in the order in which one needs the other; the compiler takes one core at a time. */
interface PackagesOfCore {
  /** Where it is built. */
  readonly home: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly imported: readonly string[];
}

const CORES: readonly PackagesOfCore[] = [
  {
    home: ROOT,
    sources: { "cdktf-provider-aiven": "packages/cdktf-provider-aiven", "cdktf-aiven-azure-peering": "." },
    imported: [
      "cdktf",
      "cdktf-provider-aiven",
      "@cdktf/provider-azuread",
      "@cdktf/provider-azurerm",
      "@cdktf/provider-time",
    ],
  },
  {
    home: NATIVE,
    sources: { "cdktn-provider-aiven": "packages/cdktf-provider-aiven", "cdktn-aiven-azure-peering": "." },
    imported: [
      "cdktn",
      "cdktn-provider-aiven",
      "@cdktn/provider-azuread",
      "@cdktn/provider-azurerm",
      "@cdktn/provider-time",
    ],
  },
];

/** What is published, as it is laid out for that: below `home`, so that its dependencies are found. */
const staged = ({ home }: PackagesOfCore, name: string): string =>
  join(home, home === ROOT ? "dist/published" : "published", name);

/** It knows neither core, and is for npm alone. */
const COMMAND = "aiven-azure-peering";

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

const isThere = ([command, ...args]: Language["toolchain"]) => spawnSync(command, args).status === 0;

/** Runs jsii-pacmak; returns the reason if it fails, and keeps all that it said in dist/. */
function pacmak(target: string, packages: readonly string[], outdir: string, ...options: string[]): string | undefined {
  const program = join(ROOT, "node_modules/jsii-pacmak/bin/jsii-pacmak");
  // The build has been made: without this, npm would make it again for every language.
  const args = [program, "--target", target, "--outdir", outdir, "--pack-command", "npm pack -q --ignore-scripts"];
  args.push("--rosetta-unknown-snippets", "fail");
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

/** Lays out what is published. READMEs are translated to Python, and every snippet of them must compile. */
async function stageAll(): Promise<void> {
  for (const core of CORES) {
    for (const [name, source] of Object.entries(core.sources)) {
      const folder = staged(core, name);
      await stage(join(core.home, source), folder);
      const rosetta = [
        "node_modules/jsii-rosetta/bin/jsii-rosetta",
        "extract",
        "--strict",
        "--directory",
        folder,
        folder,
      ];
      await run(process.execPath, rosetta, ROOT);
      const modules = join(core.home, "node_modules");
      correctImports(join(folder, ".jsii.tabl.json"), [folder, ...core.imported.map((each) => join(modules, each))]);
    }
  }
  await run("npm", ["run", "build", "-w", COMMAND], ROOT);
  await stage(join(ROOT, "packages", COMMAND), join(DIST, "published", COMMAND));
}

function packagesOf(target: string): string | undefined {
  rmSync(join(DIST, target), { recursive: true, force: true });
  for (const core of CORES) {
    const reason = pacmak(
      target,
      Object.keys(core.sources).map((name) => staged(core, name)),
      DIST,
    );
    if (reason !== undefined) return reason;
  }
  return target === "js" ? packCommand() : undefined;
}

function packCommand(): string | undefined {
  const args = ["pack", "--quiet", "--pack-destination", join(DIST, "js")];
  const { status } = spawnSync("npm", args, { cwd: join(DIST, "published", COMMAND), stdio: "inherit" });
  return status === 0 ? undefined : `npm ${args.join(" ")} failed for ${COMMAND}`;
}

/** Each package in a folder of its own: Java's would overwrite one another. */
function sourcesOf(target: string): string | undefined {
  rmSync(join(DIST, target), { recursive: true, force: true });
  const failures = CORES.flatMap((core) =>
    Object.keys(core.sources).map((name) => {
      const outdir = join(DIST, "sources", name);
      rmSync(join(outdir, target), { recursive: true, force: true });
      return pacmak(target, [staged(core, name)], outdir, "--code-only");
    }),
  );
  return failures.find((reason) => reason !== undefined);
}

function packageFor({ target, toolchain, always }: Language, named: boolean): Outcome {
  console.log(`==> ${target}`);
  const required = named || always === true;
  const missing = isThere(toolchain) ? undefined : `${toolchain[0]} is not on the PATH`;
  const reason = missing ?? packagesOf(target);
  if (reason === undefined) return { target, built: true, required, what: `built, in dist/${target}` };
  const failed = sourcesOf(target);
  const sources =
    failed === undefined ? `sources only, in dist/sources/*/${target}` : `not even its sources (${failed})`;
  return { target, built: false, required: required || failed !== undefined, what: `${sources}: ${reason}` };
}

async function main(names: readonly string[]): Promise<number> {
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
  await stageAll();

  const wanted = LANGUAGES.filter(({ target }) => names.length === 0 || names.includes(target));
  const outcomes = wanted.map((language) => packageFor(language, names.length > 0));
  console.log(`\n${outcomes.map(({ target, what }) => `${target.padEnd(7)} ${what}`).join("\n")}`);
  const failed = outcomes.filter(({ built, required }) => required && !built);
  if (failed.length > 0) console.error(`\nnot built: ${failed.map(({ target }) => target).join(", ")}`);
  return failed.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
