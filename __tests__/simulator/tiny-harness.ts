import type { ResourceBehaviour } from "../../simulator/protocol/provider-definition";
import { serve, type Served } from "../../simulator/protocol/serve";
import { terraform } from "../../simulator/terraform";
import { removeFolders } from "./folder";
import { TinyCloud } from "./tiny-provider";

interface Shown {
  values?: { root_module: { resources: Resource[] } };
}
interface Resource {
  name: string;
  tainted?: boolean;
  values: Record<string, unknown>;
}

/** Serves the tiny provider for one test file, with a fresh cloud for each test. */
export class TinyHarness {
  cloud = new TinyCloud();
  private served!: Served;

  constructor() {
    beforeAll(async () => (this.served = await serve([this.cloud.definition()])));
    beforeEach(() => this.behaving());
    afterAll(async () => {
      await this.served.stop();
      removeFolders();
    });
  }

  /** A fresh cloud behind the same server, with a behaviour of the test's own. */
  behaving(changes?: Partial<ResourceBehaviour<string>>): void {
    this.cloud = new TinyCloud();
    this.served.bind([this.cloud.definition(changes)]);
  }

  get env() {
    return this.served.env;
  }

  run(folder: string, ...args: string[]) {
    return terraform(args, { cwd: folder, env: this.env });
  }

  apply(folder: string) {
    return this.run(folder, "apply", "-auto-approve");
  }

  /** Exit code 0: nothing to do, 2: changes, 1: an error. */
  plan(folder: string) {
    return this.run(folder, "plan", "-detailed-exitcode");
  }

  /** The resources in the state by name. */
  async state(folder: string): Promise<Record<string, Resource>> {
    const { stdout } = await this.run(folder, "show", "-json");
    const resources = (JSON.parse(stdout) as Shown).values?.root_module.resources ?? [];
    return Object.fromEntries(resources.map((each) => [each.name, each]));
  }
}
