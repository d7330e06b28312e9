/**
 * Tests the packages for CDK Terrain (cdktn), CDKTF's successor: `npm run test:cdktn`.
 *
 * - Apps outside the repository that install them: one compiles and synthesises; one that takes CDKTF's package by mistake gets a message;
 *   and one that puts cdktn in cdktf's place by npm, as docs/cdk-terrain.md says, synthesises what it does on cdktf.
 * - The tests of jest, in the repository as it is for CDK Terrain. What is about the right to list resource providers, which azurerm 5
 *   does without, runs with azurerm 4's defaults.
 *
 * `npm run test:cdktn -- __tests__/example.test.ts` runs some tests of jest only, and no apps; `-- --unit` those that run without Terraform,
 * as .ci/run does.
 */
import { deepStrictEqual } from "node:assert";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installApp, synthesiseApp } from "../tools/cdktn/consumer";
import { codeOnCdkTerrain } from "../tools/cdktn/names";
import { RELEASES } from "../tools/cdktn/releases";
import { NATIVE, writeNative } from "../tools/cdktn/repository";
import { OF_CDKTF, OF_LISTING, pathOf } from "../tools/cdktn/tests";
import { ROOT, withTemporaryFolder } from "../tools/folder";
import { pack, type Packages, packIn } from "../tools/package";
import { run } from "../tools/run";
import { buildNative } from "./build-cdktn";

const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  devDependencies: Record<string, string>;
};
const pinned = (...names: string[]) => Object.fromEntries(names.map((name) => [name, devDependencies[name]]));
const TYPESCRIPT = pinned("@types/node", "typescript");
const PROVIDERS = pinned("@cdktf/provider-azuread", "@cdktf/provider-azurerm", "@cdktf/provider-time");
const APP = readFileSync(join(ROOT, "tools/consumer/main.ts"), "utf8");

const tarballs = (core: string, { library, bindings }: Packages) => ({
  [`${core}-aiven-azure-peering`]: `file:${library.tarball}`,
  [`${core}-provider-aiven`]: `file:${bindings.tarball}`,
});

async function testNative(home: string, native: Packages, installed: Readonly<Record<string, string>>): Promise<void> {
  console.log("==> an app on cdktn, with the native packages");
  await installApp(home, codeOnCdkTerrain(APP), {
    dependencies: { ...tarballs("cdktn", native), ...installed, ...TYPESCRIPT },
  });
  const { resource, terraform } = JSON.parse(await synthesiseApp(home)) as Record<string, Record<string, object>>;
  deepStrictEqual(Object.keys(resource.azurerm_role_assignment ?? {}).length, 2);
  deepStrictEqual(Object.keys(terraform.required_providers ?? {}).sort(), ["aiven", "azuread", "azurerm", "time"]);
  console.log("    compiles, and synthesises without the right to list resource providers");
}

/** Both cores are installed, as npm does it for whoever asks for the wrong package. */
async function testWrongPackage(home: string, cdktf: Packages): Promise<void> {
  console.log("==> an app on cdktn, with the packages for CDKTF");
  const code = APP.replace('from "cdktf"', 'from "cdktn"');
  await installApp(home, code, {
    dependencies: {
      ...tarballs("cdktf", cdktf),
      ...{ cdktn: RELEASES.cdktn.version, constructs: RELEASES.constructs.version },
      ...{ ...PROVIDERS, ...TYPESCRIPT },
    },
  });
  // The compiler would refuse it, so this is how JavaScript and the other languages meet it.
  await run(
    process.execPath,
    ["node_modules/typescript/bin/tsc", "--noCheck", "--target", "es2022", "--module", "node16", "main.ts"],
    home,
  );
  const said = await run(process.execPath, ["main.js"], home).then(() => "nothing", String);
  const expected =
    `Error: consumer/peering: scope: a stack of cdktn ${RELEASES.cdktn.version} is not allowed, this package works with cdktf; install ` +
    "cdktn-aiven-azure-peering in its place, or take App, TerraformStack and the providers of cdktf";
  if (!said.includes(expected)) throw new Error(`it should be refused by "${expected}", and was: ${said}`);
  console.log("    names the package to install");
}

/** The recipe for an app that cannot change its code yet. */
async function testOverride(home: string, cdktf: Packages): Promise<void> {
  console.log("==> an app on cdktn in cdktf's place");
  const synthesised = async (core: Record<string, string>, overrides?: Record<string, string>) => {
    await installApp(home, APP, {
      dependencies: { ...tarballs("cdktf", cdktf), ...core, ...PROVIDERS, ...TYPESCRIPT },
      ...(overrides && { overrides }),
    });
    return JSON.parse(await synthesiseApp(home)) as { "//": { metadata: { version: string } } };
  };
  const recipe = { cdktf: `npm:cdktn@${RELEASES.cdktn.peer}`, constructs: RELEASES.constructs.peer };
  const onCdktn = await synthesised(recipe, { cdktf: "$cdktf" });
  const onCdktf = await synthesised(pinned("cdktf", "constructs"));
  const { version } = onCdktn["//"].metadata;
  if (version === onCdktf["//"].metadata.version) throw new Error(`the app runs on ${version} both times`);
  onCdktn["//"].metadata.version = onCdktf["//"].metadata.version;
  deepStrictEqual(onCdktn, onCdktf);
  console.log(`    the same JSON, but for "//".metadata.version: ${version}`);
}

/** What the command line says. */
interface Asked {
  /** Files of tests; none means all. */
  readonly tests: readonly string[];
  readonly unit: boolean;
  /** A folder for jest's results. */
  readonly results?: string;
}

/** Runs the tests that are asked for, apart from the files that the patterns fit. */
function jest({ tests, unit, results }: Asked, name: string, ...without: readonly string[]): number {
  const options = [
    ...["--passWithNoTests", "--testPathIgnorePatterns", "/node_modules/"],
    // The simulated clouds know neither core: once is enough.
    ...(unit ? ["/packages/simulated-clouds/", "--selectProjects", "unit"] : []),
    ...(results === undefined ? [] : ["--json", "--outputFile", join(results, `${name}.json`)]),
  ];
  const patterns = without.flatMap((pattern) => ["--testPathIgnorePatterns", pattern]);
  return spawnSync("npx", ["jest", ...tests, ...options, ...patterns], { cwd: NATIVE, stdio: "inherit" }).status ?? 1;
}

async function testSuite(asked: Asked): Promise<number> {
  console.log("==> jest on cdktn");
  const code = jest(asked, "cdktn", pathOf(OF_CDKTF), pathOf(OF_LISTING));
  console.log("==> jest on cdktn, with azurerm 4's defaults");
  await writeNative(4);
  try {
    return jest(asked, "cdktn-azurerm-4", `^(?!.*${pathOf(OF_LISTING)})`) || code;
  } finally {
    await writeNative();
  }
}

async function testApps(installed: Readonly<Record<string, string>>): Promise<void> {
  await withTemporaryFolder("cdktn", async (folder) => {
    const home = join(folder, "app");
    await testNative(home, await packIn(NATIVE, folder, "cdktn", "built"), installed);
    const cdktf = await pack(folder, []);
    await testWrongPackage(home, cdktf);
    await testOverride(home, cdktf);
  });
  console.log("==> main.ts and types, on cdktn");
  await run(process.execPath, ["-r", "@swc-node/register", "main.ts"], NATIVE);
  await run("npm", ["run", "types"], NATIVE);
}

async function main(args: string[]): Promise<number> {
  const { values, positionals: tests } = parseArgs({
    args,
    allowPositionals: true,
    options: { unit: { type: "boolean", default: false }, results: { type: "string" } },
  });
  const installed = await buildNative();
  if (tests.length === 0 && !values.unit) await testApps(installed);
  return testSuite({ tests, unit: values.unit, results: values.results });
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
