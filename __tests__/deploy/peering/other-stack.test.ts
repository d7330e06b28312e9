import type { TerraformStack } from "cdktf";
import { AivenVpc, AzurePeeringProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { arm } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { addNetwork, peerNetwork, SECOND_SUBSCRIPTION, secondProvider, TWO_SUBSCRIPTIONS } from "../support/peering";

// Each stack is planned once those before it are applied, as `cdktf deploy '*'` does, and destroyed before them.

/** A network of the platform team, in the subscription of that team's own provider. */
const networkOfAnother = (stack: TerraformStack) => addNetwork(stack, "Hub", "10.1.0.0/16", secondProvider(stack));

/** Expects that the peering went before what it stands on. */
function expectOrder(deployment: Deployment, first: RegExp, then: RegExp): void {
  const at = (path: RegExp) => deployment.world.journal.matching(/^DELETE/).findIndex((call) => path.test(call.path));
  expect([at(first) >= 0, at(first) < at(then)]).toEqual([true, true]);
}

test.each(Object.values(AzurePeeringProvider))(
  "a virtual network of another stack, in that one's subscription, is peered through %s",
  async (azurePeeringProvider) => {
    const deployment = await Deployment.start(TWO_SUBSCRIPTIONS, (stack: StackMaker) => {
      const virtualNetwork = AzureVirtualNetwork.fromResource(networkOfAnother(stack("network")));
      peerNetwork(stack("peering"), { azurePeeringProvider, virtualNetwork });
    });
    await expectActive(deployment);
    const networkId = arm.resourceId(SECOND_SUBSCRIPTION, "Hub-RG", "Microsoft.Network", "virtualNetworks", "Hub-VNet");
    expect(deployment.world.byHand.azurePeerings()).toMatchObject([{ networkId }]);
    await expectDestroyed(deployment);
    expectOrder(deployment, /\/virtualNetworkPeerings\//, /\/virtualNetworks\/Hub-VNet$/);
  },
);

test.each(["the same stack", "another stack"])(
  "an Aiven VPC that %s creates is peered, and stays when the peering goes",
  async (place) => {
    const build = (connected: boolean | undefined) => (stack: StackMaker) => {
      const earlier = place === "another stack" ? stack("vpc") : undefined;
      const last = stack("peering");
      const vpc = new ProjectVpc(earlier ?? last, "vpc", {
        project: "my-project",
        cloudName: "azure-japaneast",
        networkCidr: "10.0.0.0/24",
      });
      const existing = { project: undefined, networkCidr: undefined, vpc: AivenVpc.fromResource(vpc) };
      if (connected === undefined) addNetwork(last);
      else peerNetwork(last, { ...existing, connected });
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
  },
);
