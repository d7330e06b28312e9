import { minutes } from "../../src/clouds/clock";
import type { World } from "../../src/clouds/world";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID, type SettingsInput } from "../../src/clouds/settings";
import { configuration } from "../../../../tools/terraform/source";
import { admitAiven } from "../clouds/aiven-side";
import { createApplication, createNetwork } from "../clouds/people";
import { CloudHarness } from "./clouds";

export const VPC = { project: "my-project", cloud_name: "azure-westeurope", network_cidr: "10.0.0.0/24" };

/** Waits are tested where they are the subject; elsewhere they only cost real time. */
const BRISK = { vpcCreation: 5, approval: 20, serviceCreation: 20 };

/** Deploys with the aiven provider. */
export class AivenHarness extends CloudHarness {
  public override renew(settings: SettingsInput = {}): World {
    return super.renew({ ...settings, aiven: { ...BRISK, ...settings.aiven } });
  }

  /** Everything a peering needs on the Azure side before Aiven is asked, and the arguments to ask with. */
  public preparePeering({ audience, admitted = true }: { audience?: "AzureADMyOrg"; admitted?: boolean } = {}) {
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

  /** Somebody gives Aiven its right on the network that was prepared without. */
  public async admit(): Promise<void> {
    admitAiven(this.world, createNetwork(this.world));
    await this.world.clock.advance(minutes(1));
  }

  public configure(resource: object, rest: object = {}): this {
    return this.deploy(
      configuration({
        terraform: { required_providers: { aiven: { source: "aiven/aiven" } } },
        provider: { aiven: { api_token: "token" } },
        ...(Object.keys(resource).length > 0 && { resource }),
        ...rest,
      }),
    );
  }
}
