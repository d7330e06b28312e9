import { type InventoryItem, type SettingsInput, type Simulation, time, type World } from "simulated-clouds";
import { TerraformDeployment } from "./deployment";
import type { Source } from "./source";

/**
 * The release of aiven that every deployment runs with whose test does not choose one. The nightly run has `SIMULATED_AIVEN=framework`, which is
 * the newer one.
 */
export const AIVEN_PLUGIN = process.env.SIMULATED_AIVEN === "framework" ? "framework" : "sdk";

/** Stacks, and the simulated clouds that they are deployed to. */
export class CloudDeployment extends TerraformDeployment {
  private own: World | undefined;
  private before: readonly InventoryItem[] | undefined;

  /** @param simulation - serves the clouds; called when they are first needed, so that it need not run yet. */
  public constructor(private readonly simulation: () => Simulation) {
    super(simulation);
  }

  /** The clouds. */
  public get world(): World {
    return (this.own ??= this.simulation().world);
  }

  /** Fresh clouds, and a fresh folder. */
  public renew(settings: SettingsInput = {}): World {
    this.remove();
    this.before = undefined;
    return (this.own = this.simulation().reset({ aivenPlugin: AIVEN_PLUGIN, ...settings }));
  }

  public override deploy(source: Source): this {
    this.before ??= this.world.inventory();
    return super.deploy(source);
  }

  /** Lets Aiven find Azure's peering: up to a quarter of an hour. */
  public async wait(): Promise<void> {
    await this.world.clock.advance(time.minutes(15));
  }

  /** The states of both sides of every peering, for example `["ACTIVE", "Connected"]`. */
  public get states(): string[] {
    const { aiven, byHand } = this.world;
    return [...aiven.peeringConnections.all, ...byHand.azurePeerings()].map(({ state }) => state);
  }

  /** What has come since something was first deployed, and what is gone that was there. */
  public get changes(): { readonly left: InventoryItem[]; readonly missing: InventoryItem[] } {
    const { world, before = world.inventory() } = this;
    return { left: world.added(before), missing: world.removed(before) };
  }

  /** Calls that changed something, as `METHOD path`, from one moment on. */
  public callsSince(moment: number): string[] {
    return this.world.journal.entries
      .filter(({ at, method, status }) => at >= moment && method !== "GET" && status < 300)
      .map(({ method, path }) => `${method} ${path}`);
  }

  /** Simulated seconds since a moment. */
  public secondsSince(moment: number): number {
    return Math.round((this.world.clock.now() - moment) / time.seconds(1));
  }

  /** Simulated seconds from the first call that matches `from` to the last one that matches `to`. */
  public secondsBetween(from: RegExp, to: RegExp): number {
    const [first] = this.world.journal.matching(from);
    const last = this.world.journal.matching(to).at(-1);
    if (!first || !last) throw new Error(`the journal has no ${String(first ? to : from)}`);
    return (last.at - first.at) / time.seconds(1);
  }
}
