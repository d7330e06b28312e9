import type { ResourceBehaviour } from "../../src/protocol/provider-definition";
import { serve, type Served } from "../../src/protocol/serve";
import { Deployment, type Resource } from "../../../../tools/terraform/deployment";
import { servedBy } from "../../../../tools/terraform/served";
import { configuration } from "../../../../tools/terraform/source";
import { TinyCloud, tinyConfig } from "../tiny-provider";

/** Deploys with the tiny provider, to a fresh cloud and in a fresh folder for each test. */
export class TinyHarness extends Deployment {
  public cloud = new TinyCloud();
  private served!: Served;

  public constructor() {
    super(() => servedBy(this.served));
    beforeAll(async () => (this.served = await serve([this.cloud.definition()])));
    beforeEach(() => {
      this.remove();
      this.behaving();
    });
    afterAll(() => this.served.stop());
  }

  /** A fresh cloud behind the same server, with a behaviour of the test's own. */
  public behaving(changes?: Partial<ResourceBehaviour<string>>): void {
    this.cloud = new TinyCloud();
    this.served.bind([this.cloud.definition(changes)]);
  }

  /** Things by their names. */
  public configure(...content: Parameters<typeof tinyConfig>): this {
    return this.deploy(configuration(tinyConfig(...content)));
  }

  /** The things in the state by name. */
  public async things(): Promise<Record<string, Resource>> {
    const resources = Object.entries(await this.resources());
    return Object.fromEntries(resources.map(([address, resource]) => [address.replace("tiny_thing.", ""), resource]));
  }
}
