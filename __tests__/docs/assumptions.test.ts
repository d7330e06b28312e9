import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { ASSUMPTIONS, renderAssumptions } from "../../scripts/assumptions-page";
import { assumptions, assumptionsIn } from "../../tools/assumptions";
import { gone } from "../../tools/assumptions-settled";
import { ROOT } from "../../tools/folder";

test("docs/assumptions.md says what the code assumes, and what would settle it; if not, npm run docs", async () => {
  expect(readFileSync(ASSUMPTIONS, "utf8")).toBe(await renderAssumptions());
});

test("nothing that is assumed is missing there", () => {
  const folders = ["lib", "packages/*/src/*"];
  const lines = execFileSync("git", ["grep", "-c", "-E", "\\bassumed:", "--", ...folders], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const counted = lines
    .trim()
    .split("\n")
    .reduce((sum, line) => sum + Number(line.split(":").at(-1)), 0);
  expect(assumptions()).toHaveLength(counted);
  expect(assumptions().filter(({ text, code }) => text === "" || code === "")).toEqual([]);
});

test("what would settle it is said of files that are there", () => {
  expect(gone()).toEqual([]);
});

test("a comment is read in each of its forms, with the code that it is about", () => {
  const source = [
    "/** First. assumed: the text. */",
    "const one = 1;",
    "  // assumed: a long",
    "  // story",
    "  throw two;",
    "/**",
    " * Something.",
    " * assumed: yes,",
    " * it is",
    " */",
    "class Three {}",
  ].join("\n");
  expect(assumptionsIn(source)).toEqual([
    { text: "the text.", code: "const one = 1;" },
    { text: "a long story", code: "throw two;" },
    { text: "yes, it is", code: "class Three {}" },
  ]);
});
