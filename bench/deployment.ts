import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Simulation, startSimulation } from "../simulator/run";
import type { SettingsInput } from "../simulator/settings";

/** Real milliseconds without a call after which simulated time jumps, where the system does not tell whether Terraform is at work. */
const QUANTUM = Number(process.env.BENCH_QUANTUM ?? 100);

/** What Terraform did, in simulated seconds since it began. */
export interface Step {
  readonly address: string;
  readonly from: number;
  readonly to: number;
}

export interface Timeline {
  readonly makespan: number;
  readonly steps: readonly Step[];
}

interface Event {
  readonly type: string;
  readonly "@message": string;
  readonly hook?: { readonly resource: { readonly addr: string } };
}

/** A configuration deployed to simulated clouds by the real Terraform, on the clouds' clock. */
export class BenchDeployment {
  public static async start(settings: SettingsInput, variables: Record<string, string>): Promise<BenchDeployment> {
    const simulation = await startSimulation({ ...settings, clock: { kind: "jump", quantum: QUANTUM } });
    return new BenchDeployment(simulation, variables);
  }

  private readonly folder = mkdtempSync(join(tmpdir(), "bench-deployment-"));

  private constructor(
    private readonly simulation: Simulation,
    private readonly variables: Record<string, string>,
  ) {}

  /** Runs a TypeScript app of this repository as cdktf does; the one stack that it synthesises is deployed. */
  public async synth(app: string, stack: string, env: Record<string, string> = {}): Promise<void> {
    execFileSync(process.execPath, ["-r", "@swc-node/register", app], {
      cwd: resolve(__dirname, ".."),
      env: { ...process.env, ...env, CDKTF_OUTDIR: join(this.folder, "cdktf.out") },
    });
    this.stack = join(this.folder, "cdktf.out/stacks", stack);
    await this.terraform(["init", "-input=false"]);
  }

  public run(command: "apply" | "destroy", ...args: string[]): Promise<Timeline> {
    return this.terraform([command, "-auto-approve", "-json", ...args]);
  }

  public async stop(): Promise<void> {
    await this.simulation.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private stack = "";

  private async terraform(args: readonly string[]): Promise<Timeline> {
    const { clock } = this.simulation.world;
    const begin = clock.now();
    const since = () => (clock.now() - begin) / 1000;
    const started = new Map<string, number>();
    const steps: Step[] = [];
    let rest = "";
    const onOutput = (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const { type, hook } of lines
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line) as Event)) {
        const address = hook?.resource.addr ?? "";
        if (type === "apply_start") started.set(address, since());
        if (type === "apply_complete") steps.push({ address, from: started.get(address) ?? 0, to: since() });
      }
    };
    const outcome = await this.simulation.terraform(args, this.stack, { env: this.variables, onOutput });
    if (outcome.code !== 0) throw new Error(`terraform ${args.join(" ")}: ${outcome.text}`);
    return { makespan: since(), steps };
  }
}
