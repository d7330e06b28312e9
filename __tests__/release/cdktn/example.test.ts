import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleFiles, examples } from "../../../scripts/example";
import { ROOT, removeTemporaryFolders, temporaryFolder } from "../../../tools/folder";

afterAll(removeTemporaryFolders);

const write = (...args: string[]) =>
  spawnSync(process.execPath, ["-r", "@swc-node/register", "scripts/example.ts", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });

test("every folder of examples/ is one, and main.ts", () => {
  const folders = readdirSync(join(ROOT, "examples")).filter((name) => !name.endsWith(".md"));
  expect(examples()).toEqual(["main", ...folders]);
});

describe.each(examples())("%s", (name) => {
  const code = /\bpython$/.test(name) ? "main.py" : "main.ts";

  test("is what it is in the repository, for CDKTF", () => {
    const folder = name === "main" ? "" : `examples/${name}`;
    expect(exampleFiles(name, false).get(code)).toBe(readFileSync(join(ROOT, folder, code), "utf8"));
  });

  test("names nothing of CDKTF, for CDK Terrain", () => {
    const files = exampleFiles(name, true);
    expect(files.get(code)).toMatch(/from "?cdktn"?/);
    const left = [...files].filter(([, text]) =>
      /@cdktf|["']cdktf["']|from cdktf|cdktf[-_](?!aiven-azure-peering\/)/.test(text),
    );
    expect(left.map(([file]) => file)).toEqual([]);
  });
});

test("a folder gets the app with what it needs from npm", () => {
  const folder = join(temporaryFolder("example"), "app");
  expect(write("minimal", folder, "--cdktn")).toMatchObject({ status: 0 });
  expect(readdirSync(folder).sort()).toEqual(["README.md", "cdktf.json", "main.ts", "package.json"]);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const imported = [...readFileSync(join(folder, "main.ts"), "utf8").matchAll(/from "((?:@[^/"]+\/)?[^/"]+)/g)];
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(imported.map(([, name]) => name)));
  expect(devDependencies["cdktn-cli"]).toBe(dependencies.cdktn);
});

test("nothing of this repository is needed to read what is written", () => {
  expect([...exampleFiles("kafka", false).keys()].sort()).toEqual([
    "README.md",
    "cdktf.json",
    "main.ts",
    "package.json",
    "probe-machine.ts",
  ]);
});

test("a folder that is not empty is left alone", () => {
  const folder = temporaryFolder("example");
  writeFileSync(join(folder, "mine"), "");
  const { status, stderr } = write("minimal", folder);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `folder: ${folder} is not allowed, it is not empty; give a new one\n`,
  });
  expect(readdirSync(folder)).toEqual(["mine"]);
});

test("an example that there is not is named, beside those that there are", () => {
  const { status, stderr } = write("kafka-on-mars", "somewhere");
  expect(status).toBe(2);
  expect(stderr).toContain(
    'example: "kafka-on-mars somewhere" is not allowed, give one of main, existing-application,',
  );
});
