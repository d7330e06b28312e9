import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { examples } from "../../../../tools/examples";
import { temporaryFolder } from "../../../../tools/folder";
import { run } from "../../src/cli/run";

const init = async (...args: string[]) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await run(["init", ...args], { env: {}, version: "0.0.0", examples, stdout, stderr });
  const text = (stream: PassThrough) => ((stream.read() as Buffer | null) ?? "").toString();
  return { code, out: text(stdout), err: text(stderr) };
};

let folder: string;
let app: string;
beforeEach(() => {
  folder = temporaryFolder("init");
  app = join(folder, "my-app");
});

const manifest = () => JSON.parse(readFileSync(join(app, "package.json"), "utf8")) as Record<string, object>;

test("a complete app, and the commands that run it", async () => {
  expect(await init("postgresql", app)).toEqual({
    code: 0,
    err: "",
    out: `postgresql is in ${app}\n\n  cd ${app}\n  npm install\n  npx cdktf synth\n\nREADME.md there says what to set for a deployment\n`,
  });
  expect(readdirSync(app).sort()).toEqual([
    ".gitignore",
    "README.md",
    "cdktf.json",
    "main.ts",
    "package.json",
    "probe-machine.ts",
    "tsconfig.json",
  ]);
  expect(manifest().dependencies).toMatchObject({ "cdktf-aiven-azure-peering": "^0.1.0" });
});

test("in Python, for CDK Terrain", async () => {
  const { code, out } = await init("kafka", app, "--language", "python", "--cdktn");
  expect(code).toBe(0);
  expect(out).toContain("  pip install -r requirements.txt\n  npx cdktn-cli synth\n");
  expect(readdirSync(app).sort()).toEqual([".gitignore", "README.md", "cdktf.json", "main.py", "requirements.txt"]);
  expect(readFileSync(join(app, "main.py"), "utf8")).toContain("from cdktn import ");
});

test("an empty folder is taken, and one with a file is left alone", async () => {
  mkdirSync(app);
  expect(await init("main", app)).toMatchObject({ code: 0 });
  expect(await init("minimal", app)).toEqual({
    code: 2,
    out: "",
    err: `aiven-azure-peering: folder: "${app}" is not allowed, it is not empty; give a new one\n`,
  });
  writeFileSync(join(folder, "file"), "");
  for (const file of ["file", "file/below"]) {
    const { code, err } = await init("minimal", join(folder, file));
    expect([code, err]).toEqual([2, expect.stringMatching(/^aiven-azure-peering: folder: .*\n$/)]);
  }
});

test("a folder's name is quoted for the shell", async () => {
  const { out } = await init("main", join(folder, "it's mine"));
  expect(out).toContain(`  cd '${folder}/it'\\''s mine'\n`);
});

test("packages from a folder, by their path from the app", async () => {
  const packages = join(folder, "dist");
  mkdirSync(packages);
  for (const name of [
    "cdktf-aiven-azure-peering@0.1.0.jsii.tgz",
    "cdktf-provider-aiven-0.1.0.tgz",
    "cdktf-provider-azurerm-14.23.1.tgz",
    "aiven-azure-peering-0.1.0.tgz",
    "cdktf-aiven-azure-peering-more-0.1.0.tgz",
  ]) {
    writeFileSync(join(packages, name), "");
  }
  expect(await init("minimal", app, "--packages", packages)).toMatchObject({ code: 0, err: "" });
  expect(manifest().dependencies).toEqual({
    "cdktf-aiven-azure-peering": "file:../dist/cdktf-aiven-azure-peering@0.1.0.jsii.tgz",
    "cdktf-provider-aiven": "file:../dist/cdktf-provider-aiven-0.1.0.tgz",
    "@cdktf/provider-azurerm": "file:../dist/cdktf-provider-azurerm-14.23.1.tgz",
    ...{ cdktf: "0.21.0", constructs: "10.4.2" },
    ...{ "@cdktf/provider-azuread": "14.3.1", "@cdktf/provider-time": "11.0.1" },
  });
  expect(manifest().devDependencies).toMatchObject({
    "aiven-azure-peering": "file:../dist/aiven-azure-peering-0.1.0.tgz",
  });
});

test("wheels from a folder", async () => {
  const python = (packages: string) => init("main", app, "--language", "python", "--packages", packages);
  expect((await python(folder)).err).toBe(
    `aiven-azure-peering: --packages: "${folder}" is not allowed, it has no tarball or wheel of what the app needs\n`,
  );
  expect((await python(join(folder, "nowhere"))).err).toContain("cannot be read");
  expect(existsSync(app)).toBe(false);
  writeFileSync(join(folder, "cdktf_aiven_azure_peering-0.1.0-py3-none-any.whl"), "");
  expect(await python(folder)).toMatchObject({ code: 0, err: "" });
  expect(readFileSync(join(app, "requirements.txt"), "utf8")).toMatch(/^--find-links \.\.\ncdktf-aiven-azure-peering/);
});

test("an example that there is not is named, beside those that there are", async () => {
  expect((await init("kafka-on-mars", app)).err).toMatch(
    /^aiven-azure-peering: example: "kafka-on-mars" is not allowed, use one of main, .*minimal.*\n$/,
  );
  expect((await init("minimal", app, "--language", "python")).err).toBe(
    'aiven-azure-peering: example: "minimal" is not allowed with --language python, use one of kafka, main\n',
  );
  expect((await init("minimal", app, "--language", "java")).err).toContain("Allowed choices are typescript, python");
  expect((await init("minimal")).err).toContain("missing required argument 'folder'");
  expect(existsSync(app)).toBe(false);
});

test("the help lists every example once", async () => {
  const { out } = await init("--help");
  const names = [...new Set(examples().map(({ name }) => name))];
  for (const name of names) expect(out.split("\n").filter((line) => line.startsWith(`  ${name} `))).toHaveLength(1);
});
