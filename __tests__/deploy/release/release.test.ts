import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, temporaryFolder } from "../../../tools/folder";
import { NpmRegistry } from "../support/npm-registry";

// npm comes with Node.js, and none before that of Node.js 24 can stage; a newer one may have been installed.
const [major, minor] = execFileSync("npm", ["--version"], { encoding: "utf8" }).split(".").map(Number);
const stages = major > 11 || (major === 11 && minor >= 15);
const isDue = process.env.CI !== undefined && Number(process.versions.node.split(".")[0]) >= 24;
if (!stages && !isDue) console.warn(`SKIPPED: staging a release, as npm ${major}.${minor} has no npm stage`);
const testStaging = stages || isDue ? test : test.skip;

const NAMES = [
  "cdktf-provider-aiven",
  "cdktf-aiven-azure-peering",
  "cdktn-provider-aiven",
  "cdktn-aiven-azure-peering",
  "aiven-azure-peering",
];
const RELEASED = NAMES.map((name) => `${name}@0.2.0`);

let registry: NpmRegistry;
let folder: string;
beforeEach(async () => {
  registry = await NpmRegistry.start();
  folder = temporaryFolder("release");
  NAMES.slice(0, 4).forEach((name) => registry.publish(name, "0.1.0"));
  // which has never been released, see RELEASING.md
  registry.publish("aiven-azure-peering", "0.0.0-reserved");
  NAMES.forEach((name) => build(name, "0.2.0"));
});
afterEach(() => registry.stop());

function build(name: string, version: string): void {
  const source = join(folder, "sources", name);
  mkdirSync(join(source, "package"), { recursive: true });
  writeFileSync(join(source, "package/package.json"), JSON.stringify({ name, version }));
  mkdirSync(join(folder, "js"), { recursive: true });
  execFileSync("tar", ["-czf", join(folder, "js", `${name}@${version}.tgz`), "-C", source, "package"]);
}

/** Runs a script of the release, signed in to the registry or not; returns what it printed, and whether it went well. */
function run(script: string, token = "short-lived"): Promise<{ ok: boolean; output: string }> {
  const { url } = registry;
  const npmrc = join(folder, ".npmrc");
  const signIn = token && `${url.slice("http:".length)}:_authToken=${token}\n`;
  writeFileSync(npmrc, `registry=${url}\nfetch-retries=0\ncache=${join(folder, "cache")}\n${signIn}`);
  const others = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = { ...Object.fromEntries(others), npm_config_userconfig: npmrc };
  return new Promise((resolve) =>
    execFile(join(ROOT, ".ci/release", script), [join(folder, "js")], { env }, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: stdout + stderr }),
    ),
  );
}

testStaging("a release that stops half-way goes on, in the order in which one package needs another", async () => {
  registry.failing.add("cdktn-provider-aiven");
  const stopped = await run("stage");
  expect(stopped.output).toContain("not staged: cdktn-provider-aiven; what is staged can stay, run this again");
  expect(stopped.ok).toBe(false);
  expect(registry.staged).toEqual(RELEASED.slice(0, 2));

  registry.failing.clear();
  const again = await run("stage");
  expect(again.output).toContain("cdktf-provider-aiven@0.2.0 is staged already, by an earlier run");
  expect(again.ok).toBe(true);
  expect(registry.staged).toEqual(RELEASED);

  registry.approve("cdktf-provider-aiven");
  const waiting = await run("check-published");
  expect(waiting.output).toContain(`not on npm yet: ${RELEASED.slice(1).join(" ")}; approve them`);
  expect(waiting.ok).toBe(false);

  NAMES.forEach((name) => registry.approve(name));
  expect(await run("check-published")).toMatchObject({ ok: true });
  expect((await run("stage")).output).toContain("aiven-azure-peering@0.2.0 is published already");
  expect(registry.staged).toEqual(RELEASED);
});

testStaging("nothing is staged where npm would refuse one of the packages", async () => {
  registry.publish("aiven-azure-peering", "0.3.0");
  const { ok, output } = await run("stage");
  expect(output).toContain("previously published version 0.3.0 is higher than the new version 0.2.0");
  expect({ ok, staged: registry.staged }).toEqual({ ok: false, staged: [] });
});

testStaging("nothing is staged where npm does not trust the workflow with a package", async () => {
  const { ok, output } = await run("stage", "");
  expect(output).toContain("npm does not trust this workflow with cdktf-provider-aiven: see RELEASING.md, Once");
  expect({ ok, staged: registry.staged }).toEqual({ ok: false, staged: [] });
});

test("a name that nobody has published by hand is named before anything is staged", async () => {
  await registry.stop();
  registry = await NpmRegistry.start();
  NAMES.slice(0, 4).forEach((name) => registry.publish(name, "0.1.0"));
  const { ok, output } = await run("stage");
  expect(output).toContain("npm does not know aiven-azure-peering, and its first publish is by hand");
  expect({ ok, staged: registry.staged }).toEqual({ ok: false, staged: [] });
});

test("what npm cannot say is not taken for a package that is missing", async () => {
  registry.silent.add("cdktf-provider-aiven");
  const { ok, output } = await run("check-published");
  expect(output).toContain("npm does not say what it has of cdktf-provider-aiven");
  expect(ok).toBe(false);
});

testStaging("a prerelease is not what everybody installs", async () => {
  NAMES.forEach((name) => execFileSync("rm", [join(folder, "js", `${name}@0.2.0.tgz`)]));
  NAMES.forEach((name) => build(name, "0.3.0-rc.1"));
  const { ok } = await run("stage");
  expect({ ok, tags: registry.tags }).toEqual({ ok: true, tags: NAMES.map(() => "next") });
});

test("a build of two versions, or without a package, is refused", async () => {
  build("aiven-azure-peering", "0.1.0");
  expect((await run("stage")).output).toMatch(
    /has version 0\.\d\.0, another has 0\.\d\.0: build all of them from one tag/,
  );
  const { ok, output } = await run("check-published");
  expect({ ok, output }).toMatchObject({ ok: false, output: expect.stringContaining("another has") as string });
});
