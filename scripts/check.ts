/**
 * What to run before every commit: `npm run check`. Format, lint, imports, types, the build and the unit tests, with caches in
 * node_modules/.cache; `npm run` each of them for the same without a cache. `npm run check -- --without test` leaves a step out.
 */
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { ROOT } from "../tools/folder";

/** One of package.json's scripts, and what it is given beside. */
export type Step = readonly [script: string, ...args: string[]];

const CACHE = "node_modules/.cache";
const byContent = (name: string) => [
  "--cache",
  ...["--cache-strategy", "content"],
  ...["--cache-location", `${CACHE}/${name}/check`],
];

/**
 * The stages follow one another. In a stage each row runs from left to right, beside the other row. The second stage reads what the build
 * makes.
 */
export const STAGES: readonly (readonly (readonly Step[])[])[] = [
  [[["build"]], [["format:check", ...byContent("prettier")], ["imports"]]],
  [
    [["test", "--selectProjects", "unit"]],
    [
      ["eslint", ...byContent("eslint")],
      ["types", "--incremental", "--tsBuildInfoFile", `${CACHE}/tsc/check.tsbuildinfo`],
    ],
  ],
];

const SCRIPTS = STAGES.flat(2).map(([script]) => script);

interface Result {
  readonly script: string;
  readonly failed: boolean;
  readonly seconds: number;
  readonly output: string;
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

function run([script, ...args]: Step): Promise<Result> {
  const start = performance.now();
  const child = spawn("npm", ["run", "--silent", script, "--", ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ script, failed: code !== 0, seconds: secondsSince(start), output }));
  });
}

/** Runs a row, and says of each step how it ended: of a failed one all that it printed. A step after a failed one runs all the same. */
async function runRow(steps: readonly Step[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const step of steps) {
    const result = await run(step);
    const { script, failed, seconds, output } = result;
    const tests = /^Tests: +(.*)$/m.exec(output)?.[1] ?? "";
    const skipped = output.match(/^SKIPPED: .*$/gm) ?? [];
    console.log(`${failed ? "FAILED" : "ok    "}  ${script.padEnd(12)}  ${seconds.toFixed(1).padStart(5)} s  ${tests}`);
    for (const line of failed ? [output] : skipped) console.log(line);
    results.push(result);
  }
  return results;
}

/** The scripts that are left out. */
export function leftOut(args: readonly string[]): string[] {
  const { without = [] } = parseArgs({
    args: [...args],
    options: { without: { type: "string", multiple: true } },
  }).values;
  const unknown = without.find((script) => !SCRIPTS.includes(script));
  if (unknown !== undefined) {
    throw new Error(`--without: "${unknown}" is not allowed, use one of ${SCRIPTS.join(", ")}`);
  }
  return without;
}

async function main(): Promise<number> {
  const start = performance.now();
  const without = leftOut(process.argv.slice(2));
  const results: Result[] = [];
  for (const rows of STAGES) {
    const wanted = rows.map((steps) => steps.filter(([script]) => !without.includes(script)));
    results.push(...(await Promise.all(wanted.map(runRow))).flat());
  }
  const failed = results.filter((result) => result.failed).map(({ script }) => script);
  const verdict = failed.length > 0 ? `failed: ${failed.join(", ")}` : "all is well; npm test deploys, too";
  console.log(`\n${verdict} (${secondsSince(start).toFixed(0)} s)`);
  return failed.length > 0 ? 1 : 0;
}

if (require.main === module) void main().then((code) => (process.exitCode = code));
