import { RestClient, time } from "simulated-clouds";
import type { Clouds } from "./clouds";
import { azurePeeringId, type Registered, Tutorial } from "./tutorial";

/** What differs between one peering made by hand and another. */
export interface ByHand {
  readonly range?: string;
  /** Of the application's role. */
  readonly actions?: string[];
}

const DAY = 86_400_000;

/** One peering by the steps of Aiven's tutorial, up to whichever step a test needs. */
export class PeeringByHand {
  networkId = "";
  vpcId = "";
  private tutorial?: Tutorial;
  private application?: Registered;

  constructor(
    private readonly clouds: Clouds,
    private readonly how: ByHand = {},
  ) {}

  /** The options that name it. */
  get options(): string[] {
    return ["--vpc", `my-project/${this.vpcId}`, "--network", this.networkId];
  }

  get world() {
    return this.clouds.world;
  }

  get azurePeeringId(): string {
    return azurePeeringId(this.networkId);
  }

  get clientId(): string {
    return this.registered.clientId;
  }

  get secret(): string {
    return this.registered.secret;
  }

  get connection() {
    const [found] = this.world.aiven.peeringConnections.all;
    if (found === undefined) throw new Error("there is no connection");
    return found;
  }

  /** The network, and the VPC. */
  async prepare(): Promise<this> {
    this.tutorial = await Tutorial.begin(new RestClient(this.world, this.clouds.http));
    this.networkId = await this.tutorial.network("Hub", this.how.range ?? "10.1.0.0/16");
    this.vpcId = (await this.tutorial.vpc("10.0.0.0/24")).replace("my-project/", "");
    return this;
  }

  /** The application with a secret, both principals, and their roles. */
  async identify(): Promise<this> {
    const endDateTime = new Date(Date.now() + 90 * DAY).toISOString();
    this.application = await this.steps.application("by hand", { displayName: "primary", endDateTime });
    const aiven = await this.steps.aivenPrincipal();
    await this.steps.grantPeering(this.networkId, this.application, aiven, this.how.actions);
    return this;
  }

  /** Aiven's connection, with what Aiven says of it or, with `settled: false`, as it was asked for. */
  async request({ settled = true } = {}): Promise<this> {
    const asked = [`my-project/${this.vpcId}`, this.networkId, this.registered] as const;
    await (settled ? this.steps.askAiven(...asked) : this.steps.requestConnection(...asked));
    return this;
  }

  /** Azure's peering; Aiven has not seen it yet. */
  async complete(): Promise<this> {
    await this.steps.peerAzure(this.networkId, this.registered, this.connection.stateInfo ?? {});
    return this;
  }

  /** All of it, and ACTIVE. */
  async make(): Promise<this> {
    await (await (await (await this.prepare()).identify()).request()).complete();
    await this.world.clock.advance(time.minutes(15));
    return this;
  }

  private get steps(): Tutorial {
    if (!this.tutorial) throw new Error("there is no network yet");
    return this.tutorial;
  }

  private get registered(): Registered {
    if (!this.application) throw new Error("there is no application yet");
    return this.application;
  }
}
