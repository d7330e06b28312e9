import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformStack } from "cdktf";
import { AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { deployPeering, expectFailure } from "../support/failure";
import { addPeering } from "../support/peering";
import { CONNECTION, plainGraph, set } from "../support/plain-graph";

const REFUSED = "VPC peering connection cannot be created, more in the state info: ";
describe("a role that Azure does not honour yet", () => {
  const DIRECT = set("time_sleep.rights", { create_duration: "1s" });

  test("stops Aiven; the construct waits for it", async () => {
    const settings = { lag: { rbac: 120 } };
    expectFailure(
      await (await Deployment.plain(settings, plainGraph(DIRECT))).apply(),
      REFUSED,
      "LinkedAuthorizationFailed",
    );
    await expectActive(await deployPeering(settings));
  });

  test("for the ten minutes that Azure documents: a longer wait", async () => {
    await expectActive(await deployPeering({ lag: { rbac: 600 } }, { propagation: { roleAssignments: "10m" } }));
  });
});

describe("a deployer", () => {
  test("who names the wrong subscription is told that there is no such network", async () => {
    const OTHER = "5ab50000-0000-4000-8000-000000000002";
    const subscriptions = [SUBSCRIPTION_ID, OTHER].map((id) => ({ id, name: id }));
    const settings = { customer: { subscriptions } };
    const connection = set(CONNECTION, { azure_subscription_id: OTHER });
    expectFailure(await (await Deployment.plain(settings, plainGraph(connection))).apply(), REFUSED, OTHER);

    const named = { name: "Hub-VNet", resourceGroupName: "Hub-RG", subscriptionId: OTHER, location: "japaneast" };
    const deployment = await Deployment.start(settings, (stack) => {
      addPeering(stack(), { virtualNetwork: AzureVirtualNetwork.fromAttributes(named) });
    });
    const words =
      "The Resource 'Microsoft.Network/virtualNetworks/hub-vnet' under resource group 'hub-rg' was not found";
    expectFailure(await deployment.apply(), REFUSED, words);
    await expectDestroyed(deployment);
  });

  test("who takes the Azure location for Aiven's cloud name is refused; the construct knows the name", async () => {
    const plain = set("aiven_project_vpc.vpc", { cloud_name: "azure-francecentral" });
    expectFailure(
      await (await Deployment.plain({}, plainGraph(plain))).apply(),
      "failed to create resource",
      "VpcCreate",
    );

    const inLocation = (location: string) => (stack: () => TerraformStack) => {
      const only = stack();
      const group = new ResourceGroup(only, "group", { name: "RG", location });
      const { name: resourceGroupName } = group;
      const vnet = new VirtualNetwork(only, "vnet", {
        ...{ name: "VNet", resourceGroupName, location: group.location, addressSpace: ["10.1.0.0/16"] },
      });
      addPeering(only, { virtualNetwork: AzureVirtualNetwork.fromResource(vnet) });
    };
    const deployment = await Deployment.start({}, inLocation("France Central"));
    await expectActive(deployment);
    expect(deployment.world.aiven.vpcs.all[0]?.cloudName).toBe("azure-france-central");
    const nowhere = await Deployment.start({}, inLocation("chilecentral"));
    expectFailure(await nowhere.plan(), "has no known Aiven cloud; give cloudName");
  });
});
