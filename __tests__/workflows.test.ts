import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import packageJson from "../package.json";

const FOLDER = resolve(__dirname, "../.github/workflows");
const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));
const lines = workflows.flatMap(({ name, text }) => text.split("\n").map((line) => ({ name, line: line.trim() })));

test("every action is pinned to a commit, and says which release that is", () => {
  const used = lines.filter(({ line }) => /^(- )?uses: (?!\.\/)/.test(line)).map(({ line }) => line);
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test("every job says what it may do, and nothing may write to the repository", () => {
  for (const { name, text } of workflows) {
    const jobs = text.slice(text.indexOf("\njobs:")).split(/^ {2}(?=[\w-]+:$)/m);
    const unlimited = jobs.slice(1).filter((job) => !/^ {4}permissions:$/m.test(job));
    expect({ name, unlimited }).toEqual({ name, unlimited: [] });
    expect(text).toMatch(/^permissions: \{\}$/m);
    expect(text).not.toMatch(/(contents|packages|actions|pull-requests): write|write-all/);
  }
});

test("every script that they run exists", () => {
  const run = lines.flatMap(({ line }) => /^- run: npm run ([\w:]+)/.exec(line)?.[1] ?? []);
  const matrix = lines.flatMap(({ line }) => [...(/^script: \[(.*)\]$/.exec(line)?.[1] ?? "").matchAll(/"(.+?)"/g)]);
  const names = [...run, ...matrix.map(([, name]) => name)];
  expect(names).toContain("test:consumers");
  expect(names.filter((name) => !(name in packageJson.scripts))).toEqual([]);
});
