/**
 * Makes packages/cdktf-provider-aiven out of the provider's schema, where it is not up to date:
 *
 * - `npm ci` and `npm run generate` have it ready to run in two seconds: JavaScript that is only transpiled, and declarations
 *   that point at the sources;
 * - `npm run build` has it as it is published, compiled with jsii (`--publishable`).
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { transformSync } from "@swc/core";
import { generateBindings } from "./generate-bindings";

const ROOT = resolve(__dirname, "..");
const SCHEMA = join(ROOT, "schemas/aiven.json");
const BINDINGS = join(ROOT, "packages/cdktf-provider-aiven");
/** What is made, and kept out of version control. */
const MADE = ["src", "lib", ".jsii", ".jsii.gz"];
/** What `lib` was made of, and for what. */
const STAMP = "lib/made-of.json";

interface Stamp {
  readonly inputs: string;
  readonly publishable: boolean;
}

async function make(publishable: boolean): Promise<void> {
  const stamp: Stamp = { inputs: inputs(), publishable };
  const file = join(BINDINGS, STAMP);
  const made = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Stamp) : undefined;
  if (made?.inputs === stamp.inputs && (made.publishable || !publishable)) return;

  // Beside the package, so that those who use it meanwhile find a whole one at any time; and two may make it at once.
  const folder = mkdtempSync(join(dirname(BINDINGS), ".bindings-"));
  try {
    for (const name of ["package.json", "README.md", "LICENSE"]) cpSync(join(BINDINGS, name), join(folder, name));
    await generateBindings(SCHEMA, join(folder, "src"));
    if (publishable) compile(folder);
    else transpile(folder);
    write(join(folder, "lib/index.js"), lazyIndex(modulesIn(folder)));
    write(join(folder, STAMP), JSON.stringify(stamp));
    for (const name of MADE) {
      rmSync(join(BINDINGS, name), { recursive: true, force: true });
      if (existsSync(join(folder, name))) renameSync(join(folder, name), join(BINDINGS, name));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A digest of all that the outcome depends on. */
function inputs(): string {
  const tools = ["@cdktf/provider-generator", "@swc/core", "jsii"].map((name) =>
    require.resolve(`${name}/package.json`),
  );
  const files = [SCHEMA, join(BINDINGS, "package.json"), __filename, require.resolve("./generate-bindings"), ...tools];
  return files.reduce((hash, file) => hash.update(readFileSync(file)), createHash("sha256")).digest("hex");
}

interface Module {
  /** Its name in the index, such as `dataAivenKafka`. */
  readonly name: string;
  /** Its folder, such as `data-aiven-kafka`. */
  readonly path: string;
}

function modulesIn(folder: string): Module[] {
  const index = readFileSync(join(folder, "src/index.ts"), "utf8");
  const exported = index.matchAll(/^export \* as (\w+) from '\.\/(.+)';$/gm);
  const modules = Array.from(exported, ([, name = "", path = ""]) => ({ name, path }));
  if (modules.length !== readdirSync(join(folder, "src")).length - 1)
    throw new Error("the index does not name every module; look at what the generator writes now");
  return modules;
}

function compile(folder: string): void {
  const silenced = ["reserved-word", "member-name-conflicts-with-type-name"].flatMap((each) => [
    "--silence-warnings",
    each,
  ]);
  const options = [
    "--generate-tsconfig",
    "tsconfig.jsii.json",
    "--compress-assembly",
    "--fail-on-warnings",
    ...silenced,
  ];
  const jsii = [require.resolve("jsii/bin/jsii"), ...options];
  const { status } = spawnSync(process.execPath, jsii, { cwd: folder, stdio: "inherit" });
  if (status !== 0) throw new Error(`jsii ended with code ${status}`);
}

function transpile(folder: string): void {
  for (const { path } of modulesIn(folder)) {
    const { code } = transformSync(readFileSync(join(folder, "src", path, "index.ts"), "utf8"), {
      module: { type: "commonjs" },
      jsc: { target: "es2022", parser: { syntax: "typescript" } },
    });
    write(join(folder, "lib", path, "index.js"), code);
    write(join(folder, "lib", path, "index.d.ts"), `export * from "../../src/${path}";\n`);
  }
  write(join(folder, "lib/index.d.ts"), 'export * from "../src";\n');
}

/** Loads a module when it is named; Node.js reads the names for an ES module from the assignments. */
const lazyIndex = (modules: readonly Module[]): string =>
  [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    `${modules.map(({ name }) => `exports.${name} = `).join("")}void 0;`,
    "const lazily = (name, get) => Object.defineProperty(exports, name, { enumerable: true, configurable: true, get });",
    ...modules.map(({ name, path }) => `lazily("${name}", () => require("./${path}"));`),
    "",
  ].join("\n");

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (require.main === module) void make(process.argv.includes("--publishable"));
