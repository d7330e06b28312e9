import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT, removeTemporaryFolder, temporaryFolder } from "../../../../../tools/folder";
import { listed, type Packed, packStaged } from "../../../../../tools/package";
import { run } from "../../../../../tools/run";
import { Clouds } from "../support/clouds";
import { PeeringByHand } from "../support/peering-by-hand";

const NAME = "aiven-azure-peering";

let folder: string;
let packed: Packed;
beforeAll(async () => {
  folder = temporaryFolder("command");
  await run("npm", ["run", "build", "-w", NAME], ROOT);
  await packStaged(path.join(ROOT, "packages", NAME), folder);
  packed = await listed(folder, NAME);
}, 120_000);
afterAll(() => removeTemporaryFolder(folder));

test("the tarball has nothing but compiled code and what describes it", () => {
  expect(packed.files).toEqual(
    expect.arrayContaining([
      "package.json",
      "README.md",
      "LICENSE",
      "bin/aiven-azure-peering.js",
      "build/main.js",
      "build/examples.json",
      "report.schema.json",
    ]),
  );
  const belongs =
    /^(package\.json|README\.md|LICENSE|bin\/[\w-]+\.js|build\/[\w/-]+\.js|build\/examples\.json|build\/report\/report\.d\.ts|report\.schema\.json)$/;
  expect(packed.files.filter((file) => !belongs.test(file))).toEqual([]);
  expect(packed.files.filter((file) => /test|simulated/.test(file))).toEqual([]);
  expect(packed.size).toBeLessThan(130_000);
});

test("installed in a fresh folder, it runs by its name", async () => {
  const home = path.join(folder, "home");
  mkdirSync(home);
  install(home);
  await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], home);
  const npx = (...args: string[]) => run("npx", ["--no-install", NAME, ...args], home);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { version: string };
  expect(await npx("--version")).toBe(`${version}\n`);

  const clouds = await Clouds.start();
  const peering = await new PeeringByHand(clouds).make();
  const main = path.join(home, "node_modules", NAME, "bin/aiven-azure-peering.js");
  const { code, out, err } = await clouds.spawn(["status", ...peering.options], {}, [main]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/Aiven's connection: ACTIVE[\s\S]*all checks passed/);
  await clouds.close();
}, 120_000);

/** With their lock, the dependencies come from npm's cache, where this repository's own `npm ci` has put them. */
function install(home: string): void {
  cpSync(packed.tarball, path.join(home, "command.tgz"));
  const dependencies = { [NAME]: "file:command.tgz" };
  const manifest = { name: "fresh", version: "1.0.0", private: true, dependencies };
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly link?: boolean }>>;
  };
  const locked = Object.fromEntries(
    Object.entries(packages).filter(([at, { link }]) => at.startsWith("node_modules/") && link !== true),
  );
  writeFileSync(path.join(home, "package.json"), JSON.stringify(manifest));
  writeFileSync(
    path.join(home, "package-lock.json"),
    JSON.stringify({ ...manifest, lockfileVersion: 3, requires: true, packages: { "": manifest, ...locked } }),
  );
}
