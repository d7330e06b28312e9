import { spawn } from "node:child_process";

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

export interface Command {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a command to its end: what it printed, and the milliseconds that it took as its user sees them. */
export function run(
  [file, ...args]: readonly string[],
  { cwd, env }: Command,
): Promise<{ text: string; time: number }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve({ text, time: performance.now() - start });
      else reject(new Error(`${[file, ...args].join(" ")} ended with code ${code}\n${text}\n${said}`));
    });
  });
}

/** Runs a program of its own whose last line of output is its sample. */
export async function sample(command: readonly string[], options: Command): Promise<Sample> {
  const { text } = await run(command, options);
  return JSON.parse(text.trim().split("\n").pop() ?? "") as Sample;
}
