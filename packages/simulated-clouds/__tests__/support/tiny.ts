import { isUnknown, text, type Values } from "../../src/protocol/cty";
import { Failure } from "../../src/protocol/diagnostics";
import type { ProviderDefinition, ResourceBehaviour } from "../../src/protocol/provider-definition";
import type { ProviderSchema } from "../../src/protocol/schema";
import { serve, type Served } from "../../src/protocol/serve";
import { TerraformDeployment, type Resource } from "../../../../tools/terraform/deployment";
import { servedBy } from "../../../../tools/terraform/served";
import { configuration } from "../../../../tools/terraform/source";

const schema: ProviderSchema = {
  provider: { block: { attributes: { region: { type: "string", optional: true } } } },
  resource_schemas: {
    tiny_thing: {
      block: {
        attributes: {
          id: { type: "string", computed: true },
          name: { type: "string", required: true },
          size: { type: "number", optional: true },
          zone: { type: "string", optional: true },
          region: { type: "string", computed: true },
          etag: { type: "string", computed: true },
          // which this cloud never says
          owner: { type: "string", computed: true },
          note: { type: "string", optional: true, computed: true },
          labels: { type: ["set", "string"], optional: true },
        },
        block_types: {
          part: {
            nesting_mode: "set",
            block: {
              attributes: { key: { type: "string", required: true }, token: { type: "string", computed: true } },
            },
          },
          timeouts: { nesting_mode: "single", block: { attributes: { create: { type: "string", optional: true } } } },
        },
      },
    },
  },
  data_source_schemas: {
    tiny_thing: {
      block: { attributes: { name: { type: "string", required: true }, size: { type: "number", computed: true } } },
    },
  },
};

/** A provider of things that live in a map: enough to see what the protocol makes of a behaviour. */
export class TinyCloud {
  readonly things = new Map<string, Values>();
  /** What happened, in order: "create one", "configure eu". */
  readonly log: string[] = [];
  private count = 0;

  definition(changes: Partial<ResourceBehaviour<string>> = {}): ProviderDefinition<string> {
    return {
      address: "example/tiny",
      schema,
      validateConfig: ({ region }) =>
        region === "moon" ? [{ summary: "no such region", path: ["region"], detail: "try eu" }] : [],
      configure: ({ region }) => {
        this.log.push(`configure ${isUnknown(region) ? "unknown" : text(region)}`);
        return text(region);
      },
      resources: { tiny_thing: { ...this.thing(), ...changes } },
      dataSources: {
        tiny_thing: {
          read: ({ name }) => {
            this.log.push(`look up ${text(name)}`);
            const found = [...this.things.values()].find((thing) => thing.name === name);
            if (!found) throw new Failure({ summary: "no thing of that name", path: ["name"] });
            return { size: found.size };
          },
        },
      },
    };
  }

  private thing(): ResourceBehaviour<string> {
    return {
      forceNew: ["name", "labels"],
      recomputed: ["etag"],
      create: (planned, { client }) => {
        this.log.push(`create ${text(planned.name)}`);
        return this.save(planned, `thing-${++this.count}`, client);
      },
      read: ({ id }) => this.things.get(text(id)) ?? null,
      update: (prior, planned) => {
        this.log.push(`update ${text(planned.name)}`);
        return this.save(planned, text(prior.id), text(prior.region));
      },
      delete: ({ id, name }) => {
        this.log.push(`delete ${text(name)}`);
        this.things.delete(text(id));
      },
    };
  }

  save(planned: Values, id: string, region: string): Values {
    const part = (planned.part as Values[]).map((each) => ({ ...each, token: `token-${text(each.key)}` }));
    const results = { id, region, part, etag: `etag-${++this.count}`, note: text(planned.note) || "noted" };
    this.things.set(id, { ...planned, ...results });
    return results;
  }
}

/** A configuration of the tiny provider. */
export const tinyConfig = (resources: object, rest: object = {}) => ({
  terraform: { required_providers: { tiny: { source: "example/tiny" } } },
  ...(Object.keys(resources).length > 0 && { resource: { tiny_thing: resources } }),
  ...rest,
});

/** Deploys with the tiny provider, to a fresh cloud and in a fresh folder for each test. */
export class TinyHarness extends TerraformDeployment {
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
