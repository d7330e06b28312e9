import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, removeTemporaryFolders, temporaryFolder } from "../../../tools/folder";
import { examples, pageOfItsOwn } from "../../../tools/examples";

afterAll(removeTemporaryFolders);

const all = examples();
const codeOf = (language: string) => (language === "python" ? "main.py" : "main.ts");
const folderOf = (name: string, language: string): string => {
  if (language === "typescript") return name === "main" ? "" : `examples/${name}`;
  return name === "main" ? "examples/python" : `examples/${name}-python`;
};

test("every folder of examples/ is one, and main.ts, for both cores", () => {
  const folders = readdirSync(join(ROOT, "examples")).filter((name) => !name.endsWith(".md"));
  for (const core of ["cdktf", "cdktn"]) {
    const own = all.filter((each) => each.core === core).map(({ name, language }) => folderOf(name, language));
    expect(own.sort()).toEqual(["", ...folders.map((name) => `examples/${name}`)]);
  }
});

describe.each(all)("$name in $language for $core", ({ name, language, core, files }) => {
  const code = codeOf(language);

  test("is what it is in the repository, with the names of its core", () => {
    const original = readFileSync(join(ROOT, folderOf(name, language), code), "utf8");
    if (core === "cdktf") expect(files[code]).toBe(original);
    else expect(files[code]).toMatch(/from "?cdktn"?/);
  });

  test("names nothing of the other core", () => {
    if (core === "cdktf") return expect(JSON.stringify(files)).not.toContain("cdktn-");
    const left = Object.entries(files).filter(([, text]) =>
      /@cdktf|["']cdktf["']|from cdktf|cdktf[-_](?!aiven-azure-peering\/)/.test(text),
    );
    expect(left.map(([file]) => file)).toEqual([]);
  });

  test("needs nothing of this repository", () => {
    const page = files["README.md"];
    expect(page).toMatch(language === "python" ? /after `pip install -r requirements\.txt`/ : /`npm install`/);
    expect(page).not.toMatch(/\bclone\b|npm run |dist\/|<!--|this repository/);
    const targets = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
    expect(targets.filter((target) => !(target in files) && !target.startsWith("https://"))).toEqual([]);
    const inRepository = targets.flatMap((target) => /\/blob\/main\/([^#]*)/.exec(target)?.[1] ?? []);
    expect(inRepository.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(files["tsconfig.json"] ?? "{}").not.toContain("..");
  });

  test("asks for what it imports", () => {
    if (language === "python") return expect(files["requirements.txt"]).toContain(`${core}~=`);
    const { dependencies, devDependencies } = JSON.parse(files["package.json"]) as Record<
      string,
      Record<string, string>
    >;
    const sources = Object.entries(files).filter(([file]) => file.endsWith(".ts"));
    const imported = sources.flatMap(([, text]) => [...text.matchAll(/from "((?:@[^/"]+\/)?[^./"][^/"]*)/g)]);
    const modules = imported.map(([, module]) => module).filter((module) => !module.startsWith("node:"));
    expect(modules).toContain(core);
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(modules));
    expect(devDependencies).toHaveProperty(`${core}-cli`);
  });
});

test("a page of the clone says instead what is true of an app of its own", () => {
  const page = "a\n\n<!-- clone -->\n\nb\n\n<!-- app: c -->\n\n[d](../../docs/d.md#e) [f](main.ts) [g](https://h)\n";
  const repository = "https://github.com/cdktf-aiven-azure-peering/cdktf-aiven-azure-peering/blob/main";
  expect(pageOfItsOwn(page, "examples/x")).toBe(
    `a\n\nc\n\n[d](${repository}/docs/d.md#e) [f](main.ts) [g](https://h)\n`,
  );
});

describe("npm run example", () => {
  const write = (...args: string[]) =>
    spawnSync(process.execPath, ["-r", "@swc-node/register", "scripts/example.ts", ...args], {
      cwd: ROOT,
      encoding: "utf8",
    });

  test("writes what the command's init does", () => {
    const packages = temporaryFolder("example");
    const folder = join(packages, "app");
    expect(write("minimal", folder, "--cdktn", "--packages", packages)).toMatchObject({
      status: 2,
      stderr: `aiven-azure-peering: --packages: "${packages}" is not allowed, it has no tarball or wheel of what the app needs\n`,
    });
    expect(existsSync(folder)).toBe(false);
  });
});
