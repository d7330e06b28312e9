import { execFile } from "node:child_process";
import path from "node:path";
import { PassThrough } from "node:stream";
import { run } from "../../../src/cli/run";
import {
  type HttpOptions,
  type HttpSimulation,
  type SettingsInput,
  startHttpSimulation,
  type World,
} from "simulated-clouds";
import { ROOT } from "../../../../../tools/folder";

export type Environment = Readonly<Record<string, string | undefined>>;

/** In milliseconds: nothing here takes nearly as long, unless something keeps the process alive. */
const STUCK = 15_000;
/** The command from its sources, as arguments of Node.js. */
export const SOURCE = ["-r", "@swc-node/register", path.join(ROOT, "packages/aiven-azure-peering/src/main.ts")];

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Clouds over HTTPS, and the command that asks them with the SDKs that it has. */
export class Clouds {
  private constructor(private readonly simulation: HttpSimulation) {}

  static async start(settings: SettingsInput = {}, options: HttpOptions = {}): Promise<Clouds> {
    return new Clouds(await startHttpSimulation({ signIn: "client-secret", ...settings }, options));
  }

  /** Clouds that something was deployed to already. */
  static async of(world: World, options: HttpOptions = {}): Promise<Clouds> {
    return new Clouds(await startHttpSimulation(world, options));
  }

  get world() {
    return this.simulation.world;
  }

  get http() {
    return this.simulation.http;
  }

  /** What points at the clouds and signs in. */
  get env(): Environment {
    return this.simulation.env;
  }

  /** Runs the command in this process. */
  run(args: readonly string[], env: Environment = {}, screen: Screen = {}): Promise<Outcome> {
    return runCommand(args, { ...this.env, ...env }, screen);
  }

  /** Runs it in a process of its own, as a person would, who has nothing but the clouds' environment. */
  spawn(args: readonly string[], env: Environment = {}, main = SOURCE): Promise<Outcome> {
    const all = { ...this.env, ...env };
    return new Promise((resolve) => {
      execFile(process.execPath, [...main, ...args], { env: all, cwd: ROOT, timeout: STUCK }, (error, out, err) => {
        resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err });
      });
    });
  }

  close(): Promise<void> {
    return this.simulation.stop();
  }
}

export interface Screen {
  /** How wide the terminal is; no terminal unless given. */
  readonly columns?: number;
}

/** Runs the command in this process, with an environment that has nothing of the operator's. */
export async function runCommand(
  args: readonly string[],
  env: Environment,
  { columns }: Screen = {},
): Promise<Outcome> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()].map((stream) =>
    Object.assign(stream, { isTTY: columns !== undefined, columns }),
  );
  const code = await run(args, { env, version: "0.0.0", examples: () => [], stdout, stderr });
  return { code, out: text(stdout), err: text(stderr) };
}

const text = (stream: PassThrough): string => ((stream.read() as Buffer | null) ?? "").toString();
