import { accessSync, constants, existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import packageJson from "../../package.json";

const ROOT = resolve(__dirname, "../..");
const FOLDER = join(ROOT, ".github/workflows");

interface Job {
  readonly id: string;
  readonly text: string;
  readonly permissions: readonly string[];
}

const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));
const lines = workflows.flatMap(({ name, text }) => text.split("\n").map((line) => ({ name, line: line.trim() })));

const jobsOf = (text: string): Job[] =>
  text
    .slice(text.indexOf("\njobs:"))
    .split(/^ {2}(?=[\w-]+:$)/m)
    .slice(1)
    .map((job) => ({
      id: job.slice(0, job.indexOf(":")),
      text: job,
      permissions: (/^ {4}permissions:\n((?: {6}.*\n)+)/m.exec(job)?.[1] ?? "")
        .split("\n")
        .map((line) => line.replace(/#.*/, "").trim())
        .filter((line) => line !== ""),
    }));
const jobs = workflows.flatMap(({ name, text }) => jobsOf(text).map((job) => ({ ...job, id: `${name} ${job.id}` })));

test("every action is pinned to a commit, says which release that is, and is one release everywhere", () => {
  const used = lines.filter(({ line }) => /^(- )?uses: (?!\.\/)/.test(line)).map(({ line }) => line.replace(/^- /, ""));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  // of github/codeql-action there are parts
  const repositories = used.map((line) => /^uses: ([\w-]+\/[\w-]+)/.exec(line)?.[1]);
  const releases = new Set(used.map((line, index) => `${repositories[index]}${line.slice(line.indexOf("@"))}`));
  expect(releases.size).toBe(new Set(repositories).size);
});

test("every job says what it may do, and nothing may write to the repository", () => {
  expect(jobs.filter(({ permissions }) => permissions.length === 0).map(({ id }) => id)).toEqual([]);
  for (const { name, text } of workflows) {
    expect({ name, text }).toEqual({ name, text: expect.stringMatching(/^permissions: \{\}$/m) as string });
  }
  const written = new Set(jobs.flatMap(({ permissions }) => permissions.filter((line) => line.endsWith("write"))));
  expect([...written].sort()).toEqual(["attestations: write", "id-token: write", "security-events: write"]);
});

test("who can sign in or sign runs nothing that npm installs", () => {
  const signing = jobs.filter(({ permissions }) => permissions.includes("id-token: write"));
  expect(signing.map(({ id }) => id).sort()).toEqual([
    "release.yml attest",
    "release.yml npm",
    "release.yml pypi",
    "scorecard.yml analysis",
  ]);
  expect(signing.filter(({ text }) => /npm (ci|install|run)|npx|cache: npm/.test(text)).map(({ id }) => id)).toEqual(
    [],
  );
});

test("nothing is published but from an environment, in which a person can be asked", () => {
  const publishing = jobs.filter(({ text }) => /pypi-publish|release\/stage|npm (stage )?publish/.test(text));
  expect(publishing.map(({ id, text }) => [id, /^ {4}environment: (\w+)$/m.exec(text)?.[1]])).toEqual([
    ["release.yml npm", "npm"],
    ["release.yml pypi", "pypi"],
  ]);
});

test("no secret is kept, and no registry's host", () => {
  const scripts = readdirSync(join(ROOT, ".ci"), { recursive: true, encoding: "utf8" })
    .map((name) => join(".ci", name))
    .filter((name) => !name.endsWith("release"));
  const manifests = [
    "package.json",
    ...readdirSync(join(ROOT, "packages"))
      .map((name) => `packages/${name}/package.json`)
      .filter((file) => existsSync(join(ROOT, file))),
  ];
  const files = [
    ...scripts,
    ...manifests,
    ".github/dependabot.yml",
    ...workflows.map(({ name }) => `.github/workflows/${name}`),
  ];
  expect(files).toContain(join(".ci", "release/stage"));
  const found = files.filter((file) =>
    /secrets\.|auth_?token|registry-url:|"registry"|registry\.npmjs|pypi\.org/i.test(
      readFileSync(join(ROOT, file), "utf8"),
    ),
  );
  expect(found).toEqual([]);
});

test("every script that they run exists", () => {
  const run = lines.flatMap(({ line }) => /^- run: npm run ([\w:]+)/.exec(line)?.[1] ?? []);
  const matrix = lines.flatMap(({ line }) => [...(/^script: \[(.*)\]$/.exec(line)?.[1] ?? "").matchAll(/"(.+?)"/g)]);
  const names = [...run, ...matrix.map(([, name]) => name)];
  expect(names).toContain("test:consumers");
  expect(names.filter((name) => !(name in packageJson.scripts))).toEqual([]);

  const files = lines.flatMap(({ line }) => /^- run: (\.ci\/\S+)/.exec(line)?.[1] ?? []);
  expect(files).toContain(".ci/release/stage");
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  files.forEach((file) => accessSync(join(ROOT, file), constants.X_OK));
});
