import { seconds } from "../../../simulator/clouds/clock";
import type { World } from "../../../simulator/clouds/world";
import { startSimulation, type Simulation } from "../../../simulator/run";
import type { SettingsInput } from "../../../simulator/settings";
import type { Outcome } from "../../../simulator/terraform";
import { configure, folderWith, removeFolders } from "../folder";

interface Shown {
  values?: { outputs: Record<string, { value: unknown }>; root_module: { resources?: Resource[] } };
}
export interface Resource {
  address: string;
  tainted?: boolean;
  values: Record<string, unknown>;
}

/** The default azurerm provider: everything else comes from the operator's environment. */
export const AZURERM = { features: [{}] };

/** Terraform with azurerm and azuread in a fresh world and a fresh folder for each test. */
export class AzureHarness {
  private simulation!: Simulation;
  folder!: string;

  constructor(private readonly settings: SettingsInput = {}) {
    beforeAll(async () => (this.simulation = await startSimulation(settings)));
    beforeEach(() => this.start());
    afterAll(async () => {
      await this.simulation.stop();
      removeFolders();
    });
  }

  /** Other settings than the file's. */
  start(settings: SettingsInput = {}): World {
    this.folder = folderWith({});
    return this.simulation.reset({ ...this.settings, ...settings });
  }

  get world(): World {
    return this.simulation.world;
  }

  /** `provider.azurerm` is the default one unless the configuration says otherwise. */
  configure(configuration: Record<string, unknown>): void {
    configure(this.folder, {
      terraform: {
        required_providers: { azurerm: { source: "hashicorp/azurerm" }, azuread: { source: "hashicorp/azuread" } },
      },
      provider: { azurerm: AZURERM },
      ...configuration,
    });
  }

  terraform(...args: string[]): Promise<Outcome> {
    return this.simulation.terraform(args, this.folder);
  }

  apply(configuration?: Record<string, unknown>): Promise<Outcome> {
    if (configuration) this.configure(configuration);
    return this.terraform("apply", "-auto-approve");
  }

  /** Exit code 0: nothing to do, 2: changes, 1: an error. */
  plan(configuration?: Record<string, unknown>): Promise<Outcome> {
    if (configuration) this.configure(configuration);
    return this.terraform("plan", "-detailed-exitcode");
  }

  destroy(): Promise<Outcome> {
    return this.terraform("destroy", "-auto-approve");
  }

  private async shown(): Promise<Shown["values"]> {
    const { stdout } = await this.terraform("show", "-json");
    return (JSON.parse(stdout) as Shown).values;
  }

  async outputs(): Promise<Record<string, unknown>> {
    const outputs = (await this.shown())?.outputs ?? {};
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  async state(): Promise<Record<string, Resource>> {
    const resources = (await this.shown())?.root_module.resources ?? [];
    return Object.fromEntries(resources.map((each) => [each.address, each]));
  }

  /** Simulated seconds since a moment. */
  secondsSince(moment: number): number {
    return Math.round((this.world.clock.now() - moment) / seconds(1));
  }
}

/** Fails with Terraform's own words where it did not do what was asked. */
export function expectSuccess({ code, text }: Outcome, expected = 0): void {
  if (code !== expected) throw new Error(`exit code ${code}: ${text}`);
}
