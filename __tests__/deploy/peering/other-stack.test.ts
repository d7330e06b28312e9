import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformStack } from "cdktf";
import { AivenVpc, AzurePeeringProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { arm } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { addNetwork, addPeering } from "../support/peering";

/** Each stack is planned once those before it are applied, as `cdktf deploy '*'` does, and destroyed before them. */
const HUB = "5ab50000-0000-4000-8000-000000000002";
const customer = {
  subscriptions: [SUBSCRIPTION_ID, HUB].map((id, index) => ({ id, name: `subscription ${index + 1}` })),
};

/** A network of the platform team, in the subscription of that team's own provider. */
function hubNetwork(stack: TerraformStack): VirtualNetwork {
  const provider = new AzurermProvider(stack, "azurerm-hub", { features: [{}], alias: "hub", subscriptionId: HUB });
  const group = new ResourceGroup(stack, "hub-group", { name: "Hub-RG", location: "japaneast", provider });
  return new VirtualNetwork(stack, "hub", {
    ...{ name: "Hub-VNet", resourceGroupName: group.name, location: group.location, addressSpace: ["10.1.0.0/16"] },
    provider,
  });
}

/** Expects that the peering went before what it stands on. */
function expectOrder(deployment: Deployment, first: RegExp, then: RegExp): void {
  const at = (path: RegExp) => deployment.world.journal.matching(/^DELETE/).findIndex((call) => path.test(call.path));
  expect([at(first) >= 0, at(first) < at(then)]).toEqual([true, true]);
}

test.each([
  ["azurerm", AzurePeeringProvider.AZURERM],
  ["azapi", AzurePeeringProvider.AZAPI],
])(
  "a virtual network of another stack, in that one's subscription, is peered through %s",
  async (_, azurePeeringProvider) => {
    const deployment = await Deployment.start({ customer }, (stack: StackMaker) => {
      const virtualNetwork = AzureVirtualNetwork.fromResource(hubNetwork(stack("network")));
      addPeering(stack("peering"), { azurePeeringProvider, virtualNetwork });
    });
    await expectActive(deployment);
    const networkId = arm.resourceId(HUB, "Hub-RG", "Microsoft.Network", "virtualNetworks", "Hub-VNet");
    expect(deployment.world.byHand.azurePeerings()).toMatchObject([{ networkId }]);
    await expectDestroyed(deployment);
    expectOrder(deployment, /\/virtualNetworkPeerings\//, /\/virtualNetworks\/Hub-VNet$/);
  },
);

test("an Aiven VPC of another stack is peered, and stays when the peering goes", async () => {
  const build = (connected: boolean | undefined) => (stack: StackMaker) => {
    const vpc = new ProjectVpc(stack("vpc"), "vpc", {
      ...{ project: "my-project", cloudName: "azure-japaneast", networkCidr: "10.0.0.0/24" },
    });
    const second = stack("peering");
    const existing = { project: undefined, networkCidr: undefined, vpc: AivenVpc.fromResource(vpc) };
    if (connected === undefined) addNetwork(second);
    else addPeering(second, { ...existing, connected });
  };
  const deployment = await Deployment.start({}, build(true));
  await expectActive(deployment);
  await deployment.change(build(false));
  await expectActive(deployment, 0);
  await deployment.change(build(undefined));
  await expectActive(deployment, 0);
  expect(deployment.world.aiven.vpcs.all.map(({ state }) => state)).toEqual(["ACTIVE"]);
  await expectDestroyed(deployment);

  const other = await Deployment.start({}, build(true));
  await expectActive(other);
  await expectDestroyed(other);
  expectOrder(other, /peering-connections/, /\/vpcs\/[^/]+$/);
});
