import { Clock } from "../../simulator/clouds/clock";
import { serve, type Served } from "../../simulator/protocol/serve";
import { timeProvider } from "../../simulator/providers/time/time";
import { terraform, type RunOptions } from "../../simulator/terraform";
import { configure, folderWith, removeFolders } from "./folder";

export const START = Date.parse("2025-01-31T10:00:00Z");

/** One folder with one configuration of the time provider, on a clock of its own. */
export class TimeHarness {
  clock = new Clock(START);
  private served!: Served;
  private folder!: string;

  constructor() {
    beforeAll(async () => (this.served = await serve([timeProvider(this.clock)])));
    beforeEach(() => {
      this.clock = new Clock(START);
      this.served.bind([timeProvider(this.clock)]);
      this.folder = folderWith({});
    });
    afterAll(async () => {
      await this.served.stop();
      removeFolders();
    });
  }

  /** Seconds of simulated time since the start. */
  get elapsed(): number {
    return Math.round((this.clock.now() - START) / 1000);
  }

  terraform(args: string[], options: Pick<RunOptions, "signal" | "onOutput"> = {}) {
    return terraform(args, { cwd: this.folder, env: this.served.env, ...options });
  }

  configure(type: string, values: object, rest: object = {}): void {
    configure(this.folder, {
      terraform: { required_providers: { time: { source: "hashicorp/time" } } },
      resource: { [type]: { it: values } },
      ...rest,
    });
  }

  apply(type: string, values: object) {
    this.configure(type, values);
    return this.terraform(["apply", "-auto-approve"]);
  }

  plan(type: string, values: object) {
    this.configure(type, values);
    return this.terraform(["plan", "-detailed-exitcode"]);
  }

  async values(): Promise<Record<string, unknown> | undefined> {
    const { stdout } = await this.terraform(["show", "-json"]);
    type Shown = { values?: { root_module: { resources: { values: Record<string, unknown> }[] } } };
    return (JSON.parse(stdout) as Shown).values?.root_module.resources[0].values;
  }
}
