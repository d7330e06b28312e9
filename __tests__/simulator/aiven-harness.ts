import { seconds } from "../../simulator/clouds/clock";
import type { World } from "../../simulator/clouds/world";
import { startSimulation, type Simulation } from "../../simulator/run";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID, type SettingsInput } from "../../simulator/settings";
import { admitAiven } from "./clouds/aiven-side";
import { createApplication, createNetwork } from "./clouds/people";
import { configure, folderWith, removeFolders } from "./folder";

interface Shown {
  values?: { root_module: { resources: Resource[] } };
}
interface Resource {
  address: string;
  tainted?: boolean;
  values: Record<string, unknown>;
}

export const VPC = { project: "my-project", cloud_name: "azure-westeurope", network_cidr: "10.0.0.0/24" };

/** Waits are tested where they are the subject; elsewhere they only cost real time. */
const BRISK = { vpcCreation: 5, approval: 20, serviceCreation: 20 };

/** Terraform with the aiven provider in a fresh world and a fresh folder for each test. */
export class AivenHarness {
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
  start(settings: SettingsInput = {}): void {
    const merged = { ...this.settings, ...settings };
    this.simulation.reset({ ...merged, aiven: { ...BRISK, ...merged.aiven } });
    this.folder = folderWith({});
  }

  get world(): World {
    return this.simulation.world;
  }

  /** Everything a peering needs on the Azure side before Aiven is asked, and the arguments to ask with. */
  preparePeering({ audience, admitted = true }: { audience?: "AzureADMyOrg"; admitted?: boolean } = {}) {
    const network = createNetwork(this.world);
    const app = createApplication(this.world, audience);
    if (admitted) admitAiven(this.world, network);
    return {
      vpc_id: "${aiven_project_vpc.vpc.id}",
      azure_subscription_id: CUSTOMER_SUBSCRIPTION_ID,
      vnet_name: "vnet",
      peer_resource_group: "network",
      peer_azure_app_id: app.application.clientId,
      peer_azure_tenant_id: CUSTOMER_TENANT_ID,
    };
  }

  configure(resource: object, rest: object = {}): void {
    configure(this.folder, {
      terraform: { required_providers: { aiven: { source: "aiven/aiven" } } },
      provider: { aiven: { api_token: "token" } },
      ...(Object.keys(resource).length > 0 && { resource }),
      ...rest,
    });
  }

  terraform(...args: string[]) {
    return this.simulation.terraform(args, this.folder);
  }

  apply() {
    return this.terraform("apply", "-auto-approve");
  }

  destroy() {
    return this.terraform("destroy", "-auto-approve");
  }

  /** Exit code 0: nothing to do, 2: changes, 1: an error. */
  plan() {
    return this.terraform("plan", "-detailed-exitcode");
  }

  async state(address: string): Promise<Resource | undefined> {
    const { stdout } = await this.terraform("show", "-json");
    return (JSON.parse(stdout) as Shown).values?.root_module.resources.find((each) => each.address === address);
  }

  /** Simulated seconds between two moments of the journal. */
  secondsBetween(from: RegExp, to: RegExp): number {
    const [first] = this.world.journal.matching(from);
    const last = this.world.journal.matching(to).at(-1);
    if (!first || !last) throw new Error(`the journal has no ${String(first ? to : from)}`);
    return (last.at - first.at) / seconds(1);
  }
}
