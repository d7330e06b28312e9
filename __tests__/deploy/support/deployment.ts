import { accounts, type SettingsInput, type Simulation, startSimulation } from "simulated-clouds";
import { CloudDeployment } from "../../../tools/terraform/cloud-deployment";
import { cdktfApp, configuration, type StackMaker } from "../../../tools/terraform/source";
import { addProviders } from "../../support/synth";

export const SUBSCRIPTION_ID = accounts.customerSubscriptionId;
export const TENANT_ID = accounts.customerTenantId;

/** One simulator for a test file; each deployment has fresh clouds. */
let simulation: Simulation | undefined;
const deployments: Deployment[] = [];

afterEach(() => deployments.splice(0).forEach((each) => each.remove()));
afterAll(() => simulation?.stop());

/** An app, and the clouds that it is deployed to by the real Terraform. */
export class Deployment extends CloudDeployment {
  /** Fresh clouds in which nothing is deployed. */
  public static async fresh(settings: SettingsInput): Promise<Deployment> {
    const running = (simulation ??= await startSimulation({}, { runScripts: true }));
    const deployment = new Deployment(() => running);
    deployments.push(deployment);
    deployment.renew(settings);
    return deployment;
  }

  /** Fresh clouds, and the app as a user would have written it. */
  public static async start(settings: SettingsInput, build: (stack: StackMaker) => void): Promise<Deployment> {
    const deployment = await Deployment.fresh(settings);
    await deployment.change(build);
    return deployment;
  }

  /** Fresh clouds, and a configuration that this library did not write. */
  public static async plain(settings: SettingsInput, json: object): Promise<Deployment> {
    const deployment = await Deployment.fresh(settings);
    deployment.writePlain(json);
    return deployment;
  }

  /** Synthesises the app again, over the state that there is; what Terraform cannot read fails here. */
  public async change(build: (stack: StackMaker) => void): Promise<void> {
    await this.deploy(cdktfApp(build, (stack) => addProviders(stack, SUBSCRIPTION_ID))).initialise();
  }

  public writePlain(json: object): void {
    this.deploy(configuration(json));
  }
}
