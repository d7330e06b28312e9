import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import lock from "../../package-lock.json";
import { manifestOnCdkTerrain } from "../../tools/cdktn/manifest";
import { ROOT, temporaryFolder } from "../../tools/folder";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const files = [
  "package.json",
  ...readdirSync(join(ROOT, "packages")).map((name) => `packages/${name}/package.json`),
].filter((file) => !(JSON.parse(read(file)) as Manifest).private);
const texts = files.map(read);
const manifests = texts.map((text) => JSON.parse(text) as Manifest);
const { version } = manifests[0];
/** Those that are compiled by jsii are there for both cores. */
const released = [
  ...manifests,
  ...texts.filter((text) => text.includes('"jsii":')).map((text) => JSON.parse(manifestOnCdkTerrain(text)) as Manifest),
];

const script = (name: string) => join(ROOT, ".ci/release", name);
const names = execFileSync("bash", ["-c", `. ${script("packages.sh")}; printf '%s\\n' "\${names[@]}"`], {
  encoding: "utf8",
})
  .trim()
  .split("\n");

/** Runs a script, and returns what it says where it fails. */
function failure(file: string, ...args: string[]): string | undefined {
  const { status, stderr } = spawnSync(file, args, { encoding: "utf8" });
  return status === 0 ? undefined : stderr.trim();
}

test("a release has every package, and what one needs before it", () => {
  expect(released.map(({ name }) => name).sort()).toEqual([...names].sort());
  for (const { name, peerDependencies = {} } of released) {
    const needed = names.filter((each) => each in peerDependencies);
    expect(needed.filter((each) => names.indexOf(each) > names.indexOf(name))).toEqual([]);
  }
});

test("all packages have one version, and ask one another for it", () => {
  expect(manifests.filter((each) => each.version !== version).map(({ name }) => name)).toEqual([]);
  const locked = Object.entries(lock.packages as Record<string, { version?: string }>);
  const own = locked.filter(([path]) => files.includes(join(path, "package.json")));
  expect(own.map(([, each]) => each.version)).toEqual(manifests.map(() => version));
  for (const { name, peerDependencies = {}, devDependencies = {} } of released) {
    const asked = (from: object) => Object.entries(from).filter(([each]) => names.includes(each));
    const ranges = [...asked(peerDependencies), ...asked(devDependencies)].map(([, range]) => String(range));
    expect({ name, other: ranges.filter((range) => range !== version && range !== `^${version}`) }).toEqual({
      name,
      other: [],
    });
  }
});

describe("a tag can be released", () => {
  let folder: string;
  const check = (tag: string) => failure(join(folder, ".ci/release/check-tag"), tag);
  const changelog = (heading: string) =>
    writeFileSync(join(folder, "CHANGELOG.md"), `# Changelog\n\n${heading}\n\n### Added\n`);
  beforeEach(() => {
    folder = temporaryFolder("tag");
    cpSync(join(ROOT, ".ci"), join(folder, ".ci"), { recursive: true });
    for (const [index, file] of files.entries()) {
      mkdirSync(join(folder, file, ".."), { recursive: true });
      writeFileSync(join(folder, file), texts[index]);
    }
    changelog(`## [${version}] - 2026-12-01`);
  });

  test("if every package has its version and the changelog a date", () => {
    expect(check(`v${version}`)).toBeUndefined();
    changelog(`## [${version}] - Unreleased`);
    expect(check(`v${version}`)).toBe(
      `CHANGELOG.md has no line '## [${version}] - YYYY-MM-DD': see RELEASING.md, Prepare`,
    );
  });

  test("and not if one has another", () => {
    expect(check("v9.9.9")).toBe(
      `package.json has version ${version}, but the tag is v9.9.9: see RELEASING.md, Prepare`,
    );
    const last = files[files.length - 1];
    writeFileSync(join(folder, last), JSON.stringify({ version: "9.9.9" }));
    expect(check(`v${version}`)).toBe(
      `${last} has version 9.9.9, but the tag is v${version}: see RELEASING.md, Prepare`,
    );
  });
});

describe("the notes of a release", () => {
  const notes = (tag: string) => spawnSync(script("notes"), [tag], { encoding: "utf8" });

  test("are what the changelog says of it, with links that lead there from everywhere", () => {
    const { stdout, status } = notes(`v${version}`);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(1000);
    expect(stdout).not.toMatch(/^## |\]\((?!https:)/m);
    const [, first = ""] = /^## \[.*\n\n([\s\S]*?)\n/m.exec(read("CHANGELOG.md")) ?? [];
    expect(stdout).toContain(first);
  });

  test("are not made up", () => {
    expect(notes("9.9.9")).toMatchObject({
      status: 1,
      stderr: "CHANGELOG.md says nothing of 9.9.9: see RELEASING.md, Prepare\n",
    });
  });
});

describe("a build is whole", () => {
  let folder: string;
  const check = () => failure(script("check-build"), folder);
  beforeEach(() => {
    folder = temporaryFolder("build");
    mkdirSync(join(folder, "js"));
    mkdirSync(join(folder, "python"));
    makeAll(version, version);
  });

  function makeAll(its: string, inPython: string): void {
    names.forEach((name) => pack(name, ["build/main.js"], its));
    names.slice(0, 4).forEach((name) => {
      writeFileSync(join(folder, "python", `${name.replace(/-/g, "_")}-${inPython}-py3-none-any.whl`), "");
    });
  }

  function pack(name: string, made: readonly string[], its = version): void {
    const source = temporaryFolder("source");
    const start = name === "aiven-azure-peering" ? { bin: { [name]: "build/main.js" } } : { main: "build/main.js" };
    mkdirSync(join(source, "package/build"), { recursive: true });
    writeFileSync(join(source, "package/package.json"), JSON.stringify({ name, version: its, ...start }));
    made.forEach((file) => writeFileSync(join(source, "package", file), ""));
    execFileSync("tar", ["-czf", join(folder, "js", `${name}.tgz`), "-C", source, "package"]);
  }

  test("with every tarball and every wheel of one version", () => {
    expect(check()).toBeUndefined();
  });

  test("also of a prerelease, which is not the release itself", () => {
    makeAll("9.9.9-rc.1", "9.9.9");
    expect(check()).toBe(
      `${folder}/python has no wheel of cdktf-provider-aiven 9.9.9-rc.1: build all of them from one tag`,
    );
    makeAll("9.9.9-rc.1", "9.9.9rc1");
    expect(check()).toBeUndefined();
  });

  test("but not without what a package starts with", () => {
    pack("aiven-azure-peering", []);
    expect(check()).toBe(`${join(folder, "js")}/aiven-azure-peering.tgz has no build/main.js: it was not built`);
  });

  test("nor with two versions", () => {
    pack("cdktn-provider-aiven", ["build/main.js"], "9.9.9");
    expect(check()).toMatch(
      /cdktn-provider-aiven\.tgz has version 9\.9\.9, another has .*: build all of them from one tag$/,
    );
  });

  test("nor without a wheel or with that of another release", () => {
    const wheel = join(folder, "python", `cdktn_provider_aiven-${version}-py3-none-any.whl`);
    execFileSync("mv", [wheel, wheel.replace(version, "9.9.9")]);
    expect(check()).toBe(
      `${folder}/python has no wheel of cdktn-provider-aiven ${version}: build all of them from one tag`,
    );
  });

  test("nor without a package, or with one that is no part of a release", () => {
    pack("stranger", ["build/main.js"]);
    expect(check()).toMatch(/ but a release is cdktf-provider-aiven cdktf-aiven-azure-peering /);
    execFileSync("rm", [join(folder, "js/cdktf-provider-aiven.tgz")]);
    expect(check()).toBe(`${folder}/js has no tarball of cdktf-provider-aiven: build all of them from one tag`);
  });
});
