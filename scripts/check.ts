/**
 * What to run before every commit: `npm run check`. Format, lint, types, the build and the unit tests, side by side where one does not need
 * the other, and with caches in node_modules/.cache; npm run each of them for the same without a cache.
 */
import { spawn } from "node:child_process";
import { ROOT } from "../tools/folder";

/** One of package.json's scripts, and what it is given beside. */
type Step = readonly [script: string, ...args: string[]];

const CACHE = "node_modules/.cache";
const byContent = (name: string) => [
  "--cache",
  ...["--cache-strategy", "content"],
  ...["--cache-location", `${CACHE}/${name}/check`],
];

/** Each row runs from left to right, beside the others: two tests look at what the build has made. */
const ROWS: readonly (readonly Step[])[] = [
  [["build"], ["test", "--selectProjects", "unit"]],
  [
    ["format:check", ...byContent("prettier")],
    ["lint", ...byContent("eslint")],
    ["types", "--incremental", "--tsBuildInfoFile", `${CACHE}/tsc/check.tsbuildinfo`],
  ],
];

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

async function main(): Promise<number> {
  const start = performance.now();
  const results = (await Promise.all(ROWS.map(runRow))).flat();
  const failed = results.filter((result) => result.failed).map(({ script }) => script);
  const verdict = failed.length > 0 ? `failed: ${failed.join(", ")}` : "all is well; npm test deploys, too";
  console.log(`\n${verdict} (${secondsSince(start).toFixed(0)} s)`);
  return failed.length > 0 ? 1 : 0;
}

void main().then((code) => (process.exitCode = code));
