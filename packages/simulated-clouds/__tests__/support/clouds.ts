import { startSimulation, type Simulation } from "../../src/run";
import type { World } from "../../src/clouds/world";
import type { SettingsInput } from "../../src/clouds/settings";
import type { Outcome } from "../../src/terraform";
import { CloudDeployment } from "../../../../tools/terraform/cloud-deployment";

/** Fresh clouds and a fresh folder for each test of a file. */
export class CloudHarness extends CloudDeployment {
  public constructor(private readonly settings: SettingsInput = {}) {
    let simulation: Simulation;
    super(() => simulation);
    beforeAll(async () => (simulation = await startSimulation({}, { runScripts: true })));
    beforeEach(() => this.start());
    afterAll(() => simulation.stop());
  }

  /** Other settings than the file's. */
  public start(settings: SettingsInput = {}): World {
    return this.renew({ ...this.settings, ...settings });
  }
}

/** Fails with Terraform's own words where it did not do what was asked. */
export function expectSuccess({ code, text }: Outcome, expected = 0): void {
  if (code !== expected) throw new Error(`exit code ${code}: ${text}`);
}
