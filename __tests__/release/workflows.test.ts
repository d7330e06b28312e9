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
const textOf = (file: string) => workflows.find(({ name }) => name === file)?.text ?? "";
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

const RUNS_PACKAGES = /npm (ci|install|run)|npx|cache: npm/;
/** They are switched off until there is an account at their registries, which have no sign-in without a secret that publib knows. */
const SWITCHED_OFF = { maven: "JAVA", nuget: "DOTNET", go: "GO" } as const;

test("every action is pinned to a commit, says which release that is, and is one release everywhere", () => {
  const used = lines.filter(({ line }) => /^(- )?uses: (?!\.\/)/.test(line)).map(({ line }) => line.replace(/^- /, ""));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  // of github/codeql-action there are parts
  const repositories = used.map((line) => /^uses: ([\w-]+\/[\w-]+)/.exec(line)?.[1]);
  const releases = new Set(used.map((line, index) => `${repositories[index]}${line.slice(line.indexOf("@"))}`));
  expect(releases.size).toBe(new Set(repositories).size);
});

test("every job says what it may do, and nothing may write to the repository but a release's notes", () => {
  expect(jobs.filter(({ permissions }) => permissions.length === 0).map(({ id }) => id)).toEqual([]);
  for (const { name, text } of workflows) {
    expect({ name, text }).toEqual({ name, text: expect.stringMatching(/^permissions: \{\}$/m) as string });
  }
  const written = new Set(jobs.flatMap(({ permissions }) => permissions.filter((line) => line.endsWith("write"))));
  expect([...written].sort()).toEqual([
    "attestations: write",
    "contents: write",
    "id-token: write",
    "security-events: write",
  ]);
  const writers = jobs.filter(({ permissions }) => permissions.includes("contents: write"));
  expect(writers.map(({ id }) => id)).toEqual(["release.yml github"]);
  expect(writers.filter(({ text }) => RUNS_PACKAGES.test(text))).toEqual([]);
});

test("who can sign in or sign runs nothing that npm installs", () => {
  const signing = jobs.filter(({ permissions }) => permissions.includes("id-token: write"));
  expect(signing.map(({ id }) => id).sort()).toEqual([
    "release.yml attest",
    "release.yml npm",
    "release.yml pypi",
    "scorecard.yml analysis",
  ]);
  expect(signing.filter(({ text }) => RUNS_PACKAGES.test(text)).map(({ id }) => id)).toEqual([]);
});

test("nothing is published but from an environment, in which a person can be asked", () => {
  const publishing = jobs.filter(({ text }) => /pypi-publish|release\/stage|npm (stage )?publish|publib-/.test(text));
  expect(publishing.map(({ id, text }) => [id, /^ {4}environment: (\w+)$/m.exec(text)?.[1]])).toEqual([
    ["release.yml npm", "npm"],
    ["release.yml pypi", "pypi"],
    ...Object.keys(SWITCHED_OFF).map((name) => [`release.yml ${name}`, name]),
  ]);
});

test("nothing is published before every file was built, and looked at by the rules of its registry", () => {
  const needs = new Map(
    jobsOf(textOf("release.yml")).map(({ id, text }) => [
      id,
      (/^ {4}needs: \[?([\w, ]+?)\]?$/m.exec(text)?.[1] ?? "").split(", ").filter((each) => each !== ""),
    ]),
  );
  const before = (job: string): string[] => (needs.get(job) ?? []).flatMap((each) => [each, ...before(each)]);
  expect(new Set(before("npm"))).toEqual(new Set(["ci", "build", "attest", "languages"]));
  for (const job of ["pypi", "github", ...Object.keys(SWITCHED_OFF)]) expect(before(job)).toContain("npm");
  const build = jobsOf(textOf("release.yml")).find(({ id }) => id === "build")?.text ?? "";
  expect(build.match(/\.ci\/release\/check-\w+/g)).toEqual([
    ".ci/release/check-tag",
    ".ci/release/check-build",
    ".ci/release/check-metadata",
  ]);
});

test.each(Object.entries(SWITCHED_OFF))(
  "%s is published where a variable says so, by a release of publib that is pinned",
  (name, variable) => {
    const job = jobsOf(textOf("release.yml")).find(({ id }) => id === name)?.text ?? "";
    expect(job).toContain(`vars.PUBLISH_${variable} == 'true' }}`);
    expect(job).toMatch(/npx --yes --package publib@\d+\.\d+\.\d+ publib-\w+ dist\/\w+$/m);
  },
);

test("no secret is kept but those of registries that are switched off, and no registry's host", () => {
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
  const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
  const found = files.filter((file) =>
    /auth_?token|registry-url:|"registry"|registry\.npmjs|pypi\.org/i.test(read(file)),
  );
  expect(found).toEqual([]);
  const keeping = jobs.filter(({ text }) => text.includes("secrets.")).map(({ id }) => id);
  expect(keeping).toEqual(Object.keys(SWITCHED_OFF).map((name) => `release.yml ${name}`));
  const elsewhere = files.filter((file) => file !== ".github/workflows/release.yml" && read(file).includes("secrets."));
  expect(elsewhere).toEqual([]);
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
