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
import { createWorld, type World } from "./clouds/world";
import { serveSchemas, type Served } from "./protocol/serve";
import { providersOf } from "./providers/providers";
import type { SettingsInput } from "./settings";
import { terraform, type Outcome, type RunOptions } from "./terraform";

export class Simulation {
  constructor(
    /** The clouds the providers are bound to now. */
    public world: World,
    private readonly served: Served,
  ) {
    served.bind(providersOf(world));
  }

  /** Tells terraform, tofu and cdktf where the providers are. */
  get env(): Served["env"] {
    return this.served.env;
  }

  /** Fresh clouds behind the same providers. Nothing of the old ones is woken any more. */
  reset(settings: SettingsInput = {}): World {
    this.world.clock.stop();
    this.world = createWorld(settings);
    this.served.bind(providersOf(this.world));
    return this.world;
  }

  terraform(args: readonly string[], cwd: string, options: Omit<RunOptions, "cwd"> = {}): Promise<Outcome> {
    return terraform(args, { ...options, cwd, env: { ...this.env, ...options.env } });
  }

  async stop(): Promise<void> {
    this.world.clock.stop();
    await this.served.stop();
  }
}

export const startSimulation = async (settings: SettingsInput = {}): Promise<Simulation> =>
  new Simulation(createWorld(settings), await serveSchemas());

/** Starts, hands over, and stops whatever happens. */
export async function simulate<Result>(
  settings: SettingsInput,
  body: (simulation: Simulation) => Promise<Result>,
): Promise<Result> {
  const simulation = await startSimulation(settings);
  try {
    return await body(simulation);
  } finally {
    await simulation.stop();
  }
}
