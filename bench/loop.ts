import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { run, RUNS, spread } from "./measure";
import type { Part, Row } from "./report";
import { ROOT } from "../tools/folder";

/** What a contributor runs, and how many seconds it may take. */
const STEPS: readonly [string, number][] = [
  ["npm run format:check", 30],
  ["npm run lint", 60],
  ["npm run types", 30],
  ["npm run build", 60],
  ["npm start", 30],
];

interface Results {
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
}

/** How long the loop of a contributor takes ÷ how long it may; each once, as nothing else is done meanwhile. */
export async function loopBench(): Promise<Part> {
  const rows: Row[] = [];
  const add = (what: string, seconds: number, goal: number, note?: string) =>
    rows.push({
      what: `loop: ${what}`,
      to: `${goal} s`,
      value: seconds / goal,
      goal: 1,
      note: note ?? `${seconds.toFixed(1)} s`,
    });

  const { seconds, note } = await allTests();
  add("npm test", seconds, 60, note);
  const watched = spread(await watch("__tests__/graph.test.ts"));
  rows.push({
    what: "loop: one file in watch mode",
    to: "3 s",
    value: { median: watched.median / 3, min: watched.min / 3, max: watched.max / 3 },
    goal: 1,
    note: `${watched.median.toFixed(1)} s`,
  });
  let rest = 0;
  for (const [command, goal] of STEPS) {
    const { time } = await run(command.split(" "), { cwd: ROOT });
    rest += time / 1000;
    add(command, time / 1000, goal);
  }
  add(".ci/run, without npm ci", seconds + rest, 600);
  const check = await run(["npm", "run", "check"], { cwd: ROOT });
  add("npm run check", check.time / 1000, 60);
  return { rows };
}

async function allTests(): Promise<{ seconds: number; note: string }> {
  const folder = mkdtempSync(join(tmpdir(), "bench-loop-"));
  try {
    const file = join(folder, "results.json");
    const { time } = await run(["npm", "test", "--", "--json", "--outputFile", file], { cwd: ROOT });
    const { testResults } = JSON.parse(readFileSync(file, "utf8")) as Results;
    const durations = testResults.map(({ name, startTime, endTime }) => [basename(name), endTime - startTime] as const);
    const longest = [...durations].sort((a, b) => b[1] - a[1]).slice(0, 3);
    const note = longest.map(([name, duration]) => `${name} ${(duration / 1000).toFixed(0)} s`).join(", ");
    return { seconds: time / 1000, note: `${(time / 1000).toFixed(0)} s; longest ${note}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds that jest in watch mode takes from the key to the verdict; it watches on a terminal only, which `script` gives it. */
function watch(file: string): Promise<number[]> {
  const jest = join(ROOT, "node_modules/.bin/jest");
  const child = spawn("script", ["-qfec", `${jest} --watchAll ${file}`, "/dev/null"], {
    cwd: ROOT,
    env: { ...process.env, CI: "" },
  });
  const times: number[] = [];
  let text = "";
  let start = 0;
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(times));
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (!/Ran all test suites[^]*(Watch Usage|Press)/.test(text)) return;
      // The first run, which loads and compiles, is not the loop.
      if (start > 0) times.push((performance.now() - start) / 1000);
      text = "";
      start = performance.now();
      child.stdin.write(times.length < RUNS ? "\r" : "q");
    });
  });
}
