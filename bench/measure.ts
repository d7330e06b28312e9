import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What one run cost, by quantity: milliseconds, megabytes. */
export type Sample = Readonly<Record<string, number>>;

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Pair {
  readonly ours: Sample;
  readonly base: Sample;
}

export const RUNS = Number(process.env.BENCH_RUNS ?? 7);

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, min: sorted[0], max: sorted[sorted.length - 1] };
}

/** Both in turns, so that whatever else the machine does befalls both; each pair changes who is first. */
export async function alternate(ours: () => Promise<Sample>, base: () => Promise<Sample>, runs = RUNS) {
  const pairs: Pair[] = [];
  for (let run = 0; run < runs; run++) {
    const first = run % 2 === 0 ? await ours() : await base();
    const second = run % 2 === 0 ? await base() : await ours();
    pairs.push(run % 2 === 0 ? { ours: first, base: second } : { ours: second, base: first });
  }
  return pairs;
}

export const ratio = (pairs: readonly Pair[], quantity: string): Spread =>
  spread(pairs.map(({ ours, base }) => ours[quantity] / base[quantity]));

export const quantity = (pairs: readonly Pair[], of: "ours" | "base", name: string): number =>
  spread(pairs.map((pair) => pair[of][name])).median;

/** "ours ÷ base" of the medians. */
export const inFigures = (pairs: readonly Pair[], name: string, unit: string, digits = 0): string =>
  `${quantity(pairs, "ours", name).toFixed(digits)} ÷ ${quantity(pairs, "base", name).toFixed(digits)} ${unit}`;

export interface Command {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Outcome {
  readonly text: string;
  /** Milliseconds as a user sees them. */
  readonly time: number;
  /** Milliseconds of work, to which the work of others does not add. */
  readonly processor: number;
}

/** What all children that have ended have cost, in milliseconds; Linux counts it in hundredths of a second. */
function childrensWork(): number {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return NaN;
  }
}

/** Runs a command to its end; no other child may run meanwhile. */
export function run([file, ...args]: readonly string[], { cwd, env }: Command): Promise<Outcome> {
  const start = performance.now();
  const work = childrensWork();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve({ text, time: performance.now() - start, processor: childrensWork() - work });
      else reject(new Error(`${[file, ...args].join(" ")} ended with code ${code}\n${text}\n${said}`));
    });
  });
}

/** Runs a program of its own whose last line of output is its sample. */
export async function sample(command: readonly string[], options: Command): Promise<Sample> {
  const { text } = await run(command, options);
  return JSON.parse(text.trim().split("\n").pop() ?? "") as Sample;
}
