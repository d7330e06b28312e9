import { minutes } from "../../../simulator/clouds/clock";
import { difference, type InventoryItem } from "../../../simulator/clouds/inventory";
import type { Simulation } from "../../../simulator/run";
import type { Outcome } from "../../../simulator/terraform";
import { type ExampleFolder, synthFolder } from "../../support/example-folder";

/** One of the examples, and the clouds that it is deployed to: those of the simulation, with what is in them already. */
export class ExampleDeployment {
  public readonly example: ExampleFolder;
  private readonly before: readonly InventoryItem[];
  private readonly env: Readonly<Record<string, string>>;

  public constructor(
    name: string,
    private readonly simulation: Simulation,
    variables: Readonly<Record<string, string>>,
  ) {
    this.before = simulation.world.inventory();
    this.env = Object.fromEntries(Object.entries(variables).map(([key, value]) => [`TF_VAR_${key}`, value]));
    this.example = synthFolder(name);
  }

  public get stacks(): string[] {
    return [...this.example.stacks.keys()];
  }

  /** The states of both halves of every peering. */
  public get halves(): string[] {
    const { aiven, byHand } = this.simulation.world;
    return [...aiven.peeringConnections.all, ...byHand.azurePeerings()].map(({ state }) => state);
  }

  /** What has come since the start, and what is gone that was there. */
  public get changes(): { readonly left: InventoryItem[]; readonly missing: InventoryItem[] } {
    const now = this.simulation.world.inventory();
    return { left: difference(now, this.before), missing: difference(this.before, now) };
  }

  public terraform(args: readonly string[], stack: string): Promise<Outcome> {
    const folder = this.example.stacks.get(stack) ?? "";
    return this.simulation.terraform(args, folder, { env: this.env });
  }

  public async validate(stack: string): Promise<Outcome> {
    const init = await this.terraform(["init"], stack);
    return init.code === 0 ? this.terraform(["validate"], stack) : init;
  }

  public apply(): Promise<Outcome> {
    return this.each(this.stacks, ["apply", "-auto-approve"]);
  }

  public plan(stack = this.stacks[0] ?? ""): Promise<Outcome> {
    return this.terraform(["plan", "-detailed-exitcode"], stack);
  }

  public destroy(): Promise<Outcome> {
    return this.each([...this.stacks].reverse(), ["destroy", "-auto-approve"]);
  }

  /** The text of every stack's state. */
  public async states(): Promise<string> {
    const pulled: string[] = [];
    for (const stack of this.stacks) pulled.push((await this.terraform(["state", "pull"], stack)).stdout);
    return pulled.join("\n");
  }

  /** Lets Aiven find the Azure half: up to a quarter of an hour. */
  public async wait(): Promise<void> {
    await this.simulation.world.clock.advance(minutes(15));
  }

  private async each(stacks: readonly string[], args: readonly string[]): Promise<Outcome> {
    let outcome: Outcome | undefined;
    for (const stack of stacks) {
      outcome = await this.terraform(args, stack);
      if (outcome.code !== 0) break;
    }
    return outcome as Outcome;
  }
}
