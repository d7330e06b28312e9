import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import packageJson from "../../package.json";
import { leftOut, STAGES } from "../../scripts/check";
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
  "RELEASING.md",
  "SECURITY.md",
  ...inFolder("docs", /\.md$/),
  ...inFolder("examples", /\.md$/),
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

/** The tests that run what a script runs, with a part of them that shows it. */
const RUN_BY_TESTS: Readonly<Record<string, readonly [file: string, text: string]>> = {
  example: ["__tests__/release/cdktn/example.test.ts", '"scripts/example.ts"'],
  simulate: ["__tests__/deploy/examples/start.test.ts", "npm run simulate -- [options]"],
  package: ["tools/consumer/built.ts", '["run", "package"'],
  "build:cdktn": ["scripts/test-cdktn.ts", "buildNative()"],
};

test("every npm script is run by .ci/run, by ci.yml or by a test, or RELEASING.md names it as one that is run by hand", () => {
  const scripts = packageJson.scripts as Readonly<Record<string, string | undefined>>;
  const [ci, workflow] = [".ci/run", ".github/workflows/ci.yml"].map(textOf);
  const byCi = [...ci.matchAll(/\bnpm (?:run )?([\w:]+)/g)].map(([, name]) => name);
  const byWorkflow = [...(/script: \[(.*)\]/.exec(workflow)?.[1].matchAll(/"(.+?)"/g) ?? [])].map(([, name]) => name);
  const steps = STAGES.flat(2).map(([script]) => script);
  // npm ci and npm pack run these.
  const ofNpm = ["prepare", "prepack"];
  const run = new Set([...byCi, ...byWorkflow, ...steps, ...ofNpm, ...Object.keys(RUN_BY_TESTS)]);
  const sameAsRun = ([, command]: [string, string | undefined]) => [...run].some((name) => scripts[name] === command);
  const [, byHand = ""] = textOf("RELEASING.md").split("\n## Run by hand\n");
  const named = scriptsIn(byHand.slice(0, byHand.indexOf("\n## ")));
  const left = Object.entries(scripts).filter((script) => !sameAsRun(script) && !named.includes(script[0]));
  expect(left.map(([name]) => name)).toEqual([]);
  const unproven = Object.entries(RUN_BY_TESTS).filter(([, [file, text]]) => !textOf(file).includes(text));
  expect(unproven.map(([name]) => name)).toEqual([]);
});

describe("npm run check", () => {
  const scripts = packageJson.scripts as Readonly<Record<string, string | undefined>>;
  const steps = STAGES.flat(2);

  test("gives its arguments to one command each: behind && they would reach the last one only", () => {
    expect(steps.filter(([script]) => scripts[script] === undefined)).toEqual([]);
    // The project of jest that the unit tests are.
    expect(textOf("jest.config.js")).toContain('displayName: "unit"');
    const withArguments = steps.filter(([, ...args]) => args.length > 0);
    expect(withArguments.length).toBeGreaterThan(3);
    expect(withArguments.filter(([script]) => scripts[script]?.includes("&&"))).toEqual([]);
  });

  test("leaves out what is named, and refuses a name that is no step", () => {
    expect(leftOut([])).toEqual([]);
    expect(leftOut(["--without", "test", "--without", "build"])).toEqual(["test", "build"]);
    expect(() => leftOut(["--without", "tests"])).toThrow(
      new Error('--without: "tests" is not allowed, use one of build, format:check, imports, test, eslint, types'),
    );
  });

  test("is what .ci/run runs, which leaves the tests to the npm test that it counts", () => {
    const run: string[] = textOf(".ci/run").match(/^step .*$/gm) ?? [];
    expect(run.filter((line) => line.includes("npm run check"))).toEqual(["step npm run check -- --without test"]);
    expect(run).toContain("step npm_test");
    // No step of the check stands beside it, where it could go on working while the check is broken.
    expect(run.filter((line) => steps.some(([script]) => line === `step npm run ${script}`))).toEqual([]);
    expect(run.indexOf("step npm run check -- --without test")).toBeLessThan(run.indexOf("step npm_test"));
  });
});

test("help has the parts of that of a CDKTF project, and fits a screen", () => {
  const lines = textOf("help").split("\n");
  const parts = lines.flatMap((line) => /^ {2}([A-Z][\w ]+):$/.exec(line)?.[1] ?? []);
  expect(parts).toEqual(["Compile", "Synthesize", "Diff", "Deploy", "Destroy", "Test", "Use Providers"]);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(104);
});
