import { AzureHarness } from "../../support/azure";
import { createNetwork, vnet } from "../../clouds/people";

export const PEERING = "azapi_resource.it";
export const TYPE = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01";
export const ID = `${vnet("vnet")}/virtualNetworkPeerings/to-other`;

export const properties = (change: object = {}) => ({
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: false,
  remoteVirtualNetwork: { id: vnet("other") },
  ...change,
});

/** The peering of one network with another one of the tenant, created by the operator. */
export const configuration = (change: object = {}, more: object = {}) => ({
  terraform: { required_providers: { azapi: { source: "azure/azapi" }, azurerm: { source: "hashicorp/azurerm" } } },
  resource: {
    azapi_resource: {
      it: {
        type: TYPE,
        name: "to-other",
        parent_id: vnet("vnet"),
        body: { properties: properties() },
        response_export_values: { state: "properties.peeringState" },
        ...change,
      },
    },
  },
  ...more,
});

export const retry = (...error_message_regex: string[]) => ({
  retry: { error_message_regex, interval_seconds: 5, max_interval_seconds: 20 },
});

/** Two networks, and azapi; what it asks Resource Manager for is looked at. */
export class AzapiHarness extends AzureHarness {
  public constructor() {
    super();
    beforeEach(() => {
      createNetwork(this.world, "vnet");
      createNetwork(this.world, "other", ["10.2.0.0/16"]);
    });
  }

  /** Each request with its status, as `GET 200`. */
  public requests(): string[] {
    return this.world.journal.matching(/virtualNetworks/).map(({ method, status }) => `${method} ${status}`);
  }

  /** The requests from now on. */
  public since(): () => string[] {
    const before = this.requests().length;
    return () => this.requests().slice(before);
  }

  /** Requests for the peering that Azure refuses. */
  public refuse(method: string, status: number, code: string, times = 1): void {
    const match = { cloud: "arm", method, path: /to-other/ } as const;
    this.world.faults.inject({ match, status, code, message: "no", times });
  }
}
