import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../tools/folder";
import { anchorsIn, brokenLinks, linksIn } from "../support/markdown-links";

const inFolder = (folder: string, pattern: RegExp): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
    .filter((name) => pattern.test(name) && !/node_modules|cdktf\.out|\.venv/.test(name))
    .sort();

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "RELEASING.md",
  "SECURITY.md",
  "bench/README.md",
  ...inFolder("docs", /\.md$/),
  ...inFolder("examples", /\.md$/),
];

test("there are documents to look at", () => {
  expect(documents.length).toBeGreaterThan(10);
});

test.each(documents)("every link in %s into this repository points to a file or heading that exists", (file) => {
  expect(brokenLinks(file)).toEqual([]);
});

test("every example is in the index, and has what is copied", () => {
  const folders = readdirSync(path.join(ROOT, "examples"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const index = linksIn(readFileSync(path.join(ROOT, "examples/README.md"), "utf8")).map(({ target }) => target);
  expect(folders.filter((name) => !index.includes(`${name}/README.md`))).toEqual([]);
  const files = folders.flatMap((name) => [`${name}/README.md`, `${name}/cdktf.json`]);
  expect(files.filter((file) => !existsSync(path.join(ROOT, "examples", file)))).toEqual([]);
});

describe("the check itself", () => {
  test("finds what is not there", () => {
    const text = ["[a](no.md)", "[b](README.md#no)", "[c](../x)", "[`code`](#no)", "[e](main.ts#no)"].join("\n");
    expect(brokenLinks("README.md", text)).toEqual([
      "README.md:1: no.md: no such file",
      "README.md:2: README.md#no: no such heading",
      "README.md:3: ../x: outside of the repository",
      "README.md:4: #no: no such heading",
      "README.md:5: main.ts#no: a heading of no Markdown",
    ]);
  });

  test("lets be what is there, what is elsewhere, and what is code", () => {
    const text = [
      "# The `a` is b",
      "[a](main.ts) [b](https://example.com/no#no)",
      "`[c](no)`",
      "```",
      "[d](no)",
      "```",
    ];
    expect(brokenLinks("README.md", [...text, "[e](#the-a-is-b) [f](lib)"].join("\n"))).toEqual([]);
  });

  test("names headings as GitHub does", () => {
    const text = [
      "# A, b & c?",
      "## A, b & c?",
      "### [`x.ts`](x.ts): done",
      "```",
      "# no",
      "```",
      '<a name="by-hand">',
    ];
    expect(anchorsIn(text.join("\n"))).toEqual(["a-b--c", "a-b--c-1", "xts-done", "by-hand"]);
  });
});
