import { Clock } from "../../src/clouds/clock";
import { serve, type Served } from "../../src/protocol/serve";
import { timeProvider } from "../../src/providers/time/time";
import { TerraformDeployment } from "../../../../tools/terraform/deployment";
import { servedBy } from "../../../../tools/terraform/served";
import { configuration } from "../../../../tools/terraform/source";

const START = Date.parse("2025-01-31T10:00:00Z");

/** Deploys one resource of the time provider, on a clock of its own and in a fresh folder for each test. */
export class TimeHarness extends TerraformDeployment {
  public clock = new Clock(START);
  private address = "";

  public constructor() {
    let served: Served;
    super(() => servedBy(served));
    beforeAll(async () => (served = await serve([timeProvider(this.clock)])));
    beforeEach(() => {
      this.remove();
      this.clock = new Clock(START);
      served.bind([timeProvider(this.clock)]);
    });
    afterAll(() => served.stop());
  }

  /** Seconds of simulated time since the start. */
  public get elapsed(): number {
    return Math.round((this.clock.now() - START) / 1000);
  }

  public configure(type: string, values: object): this {
    this.address = `${type}.it`;
    return this.deploy(
      configuration({
        terraform: { required_providers: { time: { source: "hashicorp/time" } } },
        resource: { [type]: { it: values } },
      }),
    );
  }

  /** What the state holds of the resource. */
  public async values(): Promise<Record<string, unknown> | undefined> {
    return (await this.resource(this.address))?.values;
  }
}
