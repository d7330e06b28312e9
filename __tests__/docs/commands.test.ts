import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import packageJson from "../../package.json";
import { ROOT } from "../../tools/folder";

const textOf = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const scriptsIn = (text: string) => [...text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name]) => name);

const inFolder = (folder: string, pattern: RegExp) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name) && !name.includes("node_modules"))
    .map((name) => `${folder}/${name}`);

const pages = [
  "help",
  "README.md",
  "CONTRIBUTING.md",
  ...inFolder("docs", /\.md$/),
  ...inFolder("examples", /README\.md$/),
];

test.each(pages)("every npm script that %s names exists", (page) => {
  expect(scriptsIn(textOf(page)).filter((name) => !(name in packageJson.scripts))).toEqual([]);
});

test("every npm script is in help or CONTRIBUTING.md, apart from those that npm runs by itself", () => {
  const named = new Set(["help", "CONTRIBUTING.md"].flatMap((page) => scriptsIn(textOf(page))));
  const ofNpm = ["prepare", "prepack"];
  const short = ["start", "test"].filter((name) => textOf("help").includes(`npm ${name} `));
  const unnamed = Object.keys(packageJson.scripts).filter((name) => ![...named, ...ofNpm, ...short].includes(name));
  expect(unnamed).toEqual([]);
});

test("help has the parts of that of a CDKTF project, and fits a screen", () => {
  const lines = textOf("help").split("\n");
  const parts = lines.flatMap((line) => /^ {2}([A-Z][\w ]+):$/.exec(line)?.[1] ?? []);
  expect(parts).toEqual(["Compile", "Synthesize", "Diff", "Deploy", "Destroy", "Test", "Use Providers"]);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(104);
});
