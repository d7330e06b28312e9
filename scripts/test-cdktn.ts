/**
 * Runs the library on CDK Terrain (cdktn), CDKTF's successor, put in cdktf's place by npm as README.md says:
 *
 * - an app that installs the tarball, compiled against cdktf, compiles, and synthesises the JSON that it does on cdktf;
 * - main.ts, and every test of jest that is not about the compiled package, in a copy of this repository.
 *
 * `npm run test:cdktn -- __tests__/graph.test.ts` runs some tests only. CDKTN chooses another release than the pinned one.
 */
import { deepStrictEqual } from "node:assert";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, withTemporaryFolder } from "../tools/folder";
import { copySources, pack } from "../tools/package";
import { run } from "../tools/run";
import { synthesiseMain } from "../tools/synthesise";

const CDKTN = `npm:cdktn@${process.env.CDKTN ?? "^0.24.0"}`;
/** In the range of both: cdktf wants ^10.4.2, cdktn 0.24 wants >=10.6.0 <10.8.0. */
const CONSTRUCTS = "~10.7.0";
const INSTALL = ["install", "--prefer-offline", "--no-audit", "--no-fund"];

/** About what jsii compiles, which is compiled against cdktf; the app with the tarball stands for them. */
const OF_THE_COMPILED_PACKAGE = ["package", "documentation", "api-reference", "bindings"].map(
  (name) => `/__tests__/(deploy/)?${name}\\.test\\.ts$`,
);

interface Json {
  [key: string]: string | Json;
}

const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Json;
const writeJson = (file: string, content: object) => writeFileSync(file, JSON.stringify(content, null, 2));

/** Returns the tarball of the library. */
async function testTarball(folder: string): Promise<string> {
  console.log("==> an app that installs the tarball, on cdktn");
  const { library, bindings } = await pack(folder, []);
  const { devDependencies } = readJson(join(ROOT, "package.json")) as { devDependencies: Record<string, string> };
  const pinned = (...names: string[]) => Object.fromEntries(names.map((name) => [name, devDependencies[name]]));
  // One place for both, because the path of the state is in the JSON.
  const home = join(folder, "app");
  const synthesised = async (dependencies: object, rest: object = {}) => {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home);
    cpSync(join(ROOT, "tools/consumer/main.ts"), join(home, "main.ts"));
    writeJson(join(home, "package.json"), {
      private: true,
      dependencies: {
        ...{
          "cdktf-aiven-azure-peering": `file:${library.tarball}`,
          "cdktf-provider-aiven": `file:${bindings.tarball}`,
        },
        ...pinned("@cdktf/provider-azuread", "@cdktf/provider-azurerm", "@cdktf/provider-time"),
        ...pinned("@types/node", "typescript"),
        ...dependencies,
      },
      ...rest,
    });
    await run("npm", INSTALL, home);
    const flags = ["--strict", "--target", "es2022", "--module", "node16", "--skipLibCheck", "false"];
    await run(process.execPath, ["node_modules/typescript/bin/tsc", ...flags, "main.ts"], home);
    await run(process.execPath, ["main.js"], home);
    return readJson(join(home, "cdktf.out/stacks/consumer/cdk.tf.json"));
  };
  const recipe = { cdktf: CDKTN, constructs: CONSTRUCTS };
  const onCdktn = await synthesised(recipe, { overrides: { cdktf: "$cdktf" } });
  compare(onCdktn, await synthesised(pinned("cdktf", "constructs")));
  return library.tarball;
}

/** The only thing that may differ is the release that the JSON names. */
function compare(onCdktn: Json, onCdktf: Json): void {
  const versionOf = (json: Json) => (json as { "//": { metadata: { version: string } } })["//"].metadata;
  const [cdktn, cdktf] = [versionOf(onCdktn).version, versionOf(onCdktf).version];
  versionOf(onCdktn).version = cdktf;
  deepStrictEqual(onCdktn, onCdktf);
  console.log(`    the same JSON, but for "//".metadata.version: ${cdktn} instead of ${cdktf}`);
}

async function copyOnCdktn(copy: string, tarball: string): Promise<void> {
  console.log("==> a copy of the repository, on cdktn");
  copySources(copy);
  rmSync(join(copy, "node_modules"));
  const bindings = join(copy, "packages/cdktf-provider-aiven/package.json");
  writeJson(bindings, { ...readJson(bindings), peerDependencies: {}, devDependencies: {} });
  const manifest = readJson(join(copy, "package.json")) as Json & { devDependencies: Json; peerDependencies?: Json };
  Object.assign(manifest.devDependencies, { cdktf: CDKTN, constructs: CONSTRUCTS });
  delete manifest.peerDependencies; // the peers of this repository's own packages are the one thing that an override does not reach
  writeJson(join(copy, "package.json"), { ...manifest, overrides: { cdktf: "$cdktf", constructs: "$constructs" } });
  const lock = readJson(join(copy, "package-lock.json")) as { packages: Json };
  for (const at of Object.keys(lock.packages)) {
    if (at === "" || /^node_modules\/(cdktf|constructs)(\/|$)/.test(at)) delete lock.packages[at];
  }
  writeJson(join(copy, "package-lock.json"), lock);
  await run("npm", [...INSTALL, "--ignore-scripts"], copy);
  // The examples load the package as its users do: the one that was compiled against cdktf.
  await run("tar", ["-xzf", tarball, "--strip-components=1", "package/build"], copy);
  const { name, version } = readJson(join(copy, "node_modules/cdktf/package.json")) as Record<string, string>;
  const constructs = (readJson(join(copy, "node_modules/constructs/package.json")) as Record<string, string>).version;
  if (name !== "cdktn" || existsSync(join(copy, "node_modules/cdktf-cli/node_modules/cdktf"))) {
    throw new Error("the copy has a cdktf that is not cdktn");
  }
  console.log(`    cdktn ${version}, constructs ${constructs}`);
}

function main(tests: readonly string[]): Promise<number> {
  return withTemporaryFolder("cdktn", async (folder) => {
    const tarball = await testTarball(folder);
    const copy = join(folder, "copy");
    await copyOnCdktn(copy, tarball);

    console.log("==> main.ts, on cdktn");
    await run(process.execPath, ["-r", "@swc-node/register", "main.ts"], copy);
    compare(
      readJson(join(copy, "cdktf.out/stacks/aiven-azure-peering/cdk.tf.json")),
      JSON.parse(synthesiseMain()) as Json,
    );

    console.log("==> types and jest, on cdktn");
    await run("npm", ["run", "types"], copy);
    const jest = ["jest", ...tests, "--testPathIgnorePatterns", "/node_modules/", ...OF_THE_COMPILED_PACKAGE];
    return spawnSync("npx", jest, { cwd: copy, stdio: "inherit" }).status ?? 1;
  });
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
