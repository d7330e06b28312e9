/**
 * Runs Terraform against simulated clouds:
 *
 *     const simulation = await startSimulation({ signIn: "azure-cli" });
 *     try {
 *       const { code, text } = await simulation.terraform(["apply", "-auto-approve"], folder);
 *       simulation.world.journal.matching(/^DELETE/);
 *     } finally {
 *       await simulation.stop();
 *     }
 *
 * or `simulate(settings, async (simulation) => …)`, which stops by itself. Serving costs some 50 ms: a test file starts
 * once and calls `reset` for fresh clouds.
 */
import type { SettingsInput } from "./clouds/settings";
import { createWorld, type World } from "./clouds/world";
import { machineShell, type RunScripts } from "./machines/shell";
import type { PrivateFolder } from "./private-folder";
import { serveSchemas, type Served } from "./protocol/serve";
import { providersOf } from "./providers/providers";
import { isRunning, runTerraform, type Outcome, type RunOptions } from "./terraform";

export class Simulation {
  private readonly running = new Set<number>();

  constructor(
    /** The clouds the providers are bound to now. */
    public world: World,
    private readonly served: Served,
    private readonly options: RunScripts,
  ) {
    this.bind();
  }

  /** Says where the providers are to terraform, tofu and cdktf. */
  get env(): Served["env"] {
    return this.served.env;
  }

  /** Where the run has its sockets; for whatever else lasts as long. */
  get folder(): PrivateFolder {
    return this.served.folder;
  }

  /** Fresh clouds behind the same providers. Nothing of the old ones is woken any more. */
  reset(settings: SettingsInput = {}): World {
    this.world.clock.stop();
    this.world = createWorld(settings, machineShell(this.options));
    this.bind();
    return this.world;
  }

  async terraform(args: readonly string[], cwd: string, options: Omit<RunOptions, "cwd"> = {}): Promise<Outcome> {
    let own = 0;
    const onStart = (pid: number) => this.running.add((own = pid));
    try {
      return await runTerraform(args, { ...options, cwd, env: { ...this.env, ...options.env }, onStart });
    } finally {
      this.running.delete(own);
    }
  }

  async stop(): Promise<void> {
    this.world.clock.stop();
    await this.served.stop();
  }

  private bind(): void {
    // with no process of its own here somebody else may ask, such as the cdktf of `npm start`
    this.world.clock.isBusy = () => {
      const seen = [...this.running].map(isRunning);
      return seen.length === 0 || seen.includes(undefined) ? undefined : seen.includes(true);
    };
    this.served.bind(providersOf(this.world));
  }
}

export const startSimulation = async (settings: SettingsInput = {}, options: RunScripts = {}): Promise<Simulation> =>
  new Simulation(createWorld(settings, machineShell(options)), await serveSchemas(), options);

/** Starts, hands over, and stops whatever happens. */
export async function simulate<Result>(
  settings: SettingsInput,
  body: (simulation: Simulation) => Promise<Result>,
  options: RunScripts = {},
): Promise<Result> {
  const simulation = await startSimulation(settings, options);
  try {
    return await body(simulation);
  } finally {
    await simulation.stop();
  }
}
