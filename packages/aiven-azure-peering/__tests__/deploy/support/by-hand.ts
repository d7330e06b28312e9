import { type HttpSimulation, RestClient, type SettingsInput, startHttpSimulation } from "simulated-clouds";
import { connect } from "../../../src/clouds/clouds";
import { describe as describeAsCode, type Adopted, type AdoptOptions } from "../../../src/adopt/adopt";
import { Deployment } from "../../../../../__tests__/deploy/support/deployment";
import type { Line } from "../../../src/report/report";
import { type Registered, Tutorial } from "./tutorial";

const started: HttpSimulation[] = [];
afterEach(() => Promise.all(started.splice(0).map((each) => each.stop())));

/** Clouds that are reached by Terraform's simulated providers, and over HTTP by everybody else. */
export class ByHand {
  static async begin(settings: SettingsInput = {}): Promise<ByHand> {
    const environment = { AIVEN_TOKEN: "token" };
    const aiven = { keepsPrincipals: true };
    const deployment = await Deployment.fresh({ signIn: "client-secret", environment, aiven, ...settings });
    const simulation = await startHttpSimulation(deployment.world);
    started.push(simulation);
    const client = new RestClient(simulation.world, simulation.http);
    return new ByHand(deployment, await Tutorial.begin(client), { ...process.env, ...simulation.env });
  }

  private constructor(
    readonly deployment: Deployment,
    readonly tutorial: Tutorial,
    readonly env: Readonly<Record<string, string | undefined>>,
  ) {}

  /** One peering, from the first step to the last. */
  async peering(settings: object = {}): Promise<{ vpcId: string; network: string; application: Registered }> {
    const { tutorial } = this;
    const network = await tutorial.network("Hub", "10.1.0.0/16");
    const application = await tutorial.application("made by hand");
    await tutorial.grantPeering(network, application, await tutorial.aivenPrincipal());
    const vpcId = await tutorial.vpc("10.0.0.0/24");
    await tutorial.peer(vpcId, network, application, settings);
    await tutorial.wait();
    return { vpcId, network, application };
  }

  async adopt(options: Pick<AdoptOptions, "vpcId"> & Partial<AdoptOptions>): Promise<Adopted> {
    return describeAsCode(await connect(this.env), {
      virtualNetworkIds: [],
      language: "typescript",
      core: "cdktf",
      ...options,
    });
  }
}

/** All lines, whatever they are about. */
export const linesIn = ({ sections }: Adopted): Line[] => sections.flatMap(({ lines }) => [...lines]);

/** What was found wrong, as `status check: message`. */
export const wrongIn = (adopted: Adopted): string[] =>
  linesIn(adopted)
    .filter(({ status }) => status !== "ok" && status !== "note")
    .map(({ check, status, message }) => `${status} ${check}: ${message}`);
