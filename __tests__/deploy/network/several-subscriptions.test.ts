import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import type { TerraformStack } from "cdktf";
import { AzurePeeringProvider, AzureVirtualNetwork, PeeringApplication } from "cdktf-aiven-azure-peering";
import { arm, type SignIn } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed, expectOursDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { addNetwork, peerNetwork, SECOND_SUBSCRIPTION, secondProvider, TWO_SUBSCRIPTIONS } from "../support/peering";

describe.each(Object.values(AzurePeeringProvider))(
  "a network in a subscription that is written in its provider alone, through %s,",
  (azurePeeringProvider) => {
    const NETWORK = arm.resourceId(SECOND_SUBSCRIPTION, "Hub-RG", "Microsoft.Network", "virtualNetworks", "Hub-VNet");
    const peered = (networkIn: (stack: TerraformStack) => AzureVirtualNetwork) => (stack: StackMaker) => {
      const only = stack();
      peerNetwork(only, { azurePeeringProvider, virtualNetwork: networkIn(only) });
    };

    test("that is created here comes in one apply, and goes", async () => {
      const deployment = await Deployment.start(
        TWO_SUBSCRIPTIONS,
        peered((stack) =>
          AzureVirtualNetwork.fromResource(addNetwork(stack, "Hub", "10.1.0.0/16", secondProvider(stack))),
        ),
      );
      await expectActive(deployment);
      expect(deployment.world.byHand.azurePeerings()).toMatchObject([{ networkId: NETWORK }]);
      await expectDestroyed(deployment);
    });

    test("that is there already comes in one apply, and goes", async () => {
      const deployment = await Deployment.fresh(TWO_SUBSCRIPTIONS);
      deployment.world.byHand.createResourceGroup(arm.resourceGroupId(SECOND_SUBSCRIPTION, "Hub-RG"), "japaneast");
      deployment.world.byHand.createVirtualNetwork(NETWORK, ["10.1.0.0/16"], "japaneast");
      await deployment.change(
        peered((stack) => {
          const names = { name: "Hub-VNet", resourceGroupName: "Hub-RG" };
          const network = new DataAzurermVirtualNetwork(stack, "hub", { ...names, provider: secondProvider(stack) });
          return AzureVirtualNetwork.fromDataSource(network);
        }),
      );
      await expectActive(deployment);
      await expectOursDestroyed(deployment);
    });
  },
);

describe("networks in two subscriptions", () => {
  /** Hub and spoke in the first subscription, of which a stack that has only the identity learns by the literal, and one in the second. */
  const hub =
    (identityIn: "the same stack" | "an earlier stack", ...beside: ("spoke" | "second")[]) =>
    (stack: StackMaker) => {
      const earlier = identityIn === "an earlier stack" ? stack("identity") : undefined;
      const only = stack("peering");
      const networkOf = (name: string, range: string) =>
        AzureVirtualNetwork.fromResource(addNetwork(only, name, range), { subscriptionId: SUBSCRIPTION_ID });
      const identity = new PeeringApplication(earlier ?? only, "identity");
      const peering = peerNetwork(only, { identity, virtualNetwork: networkOf("Hub", "10.1.0.0/16") });
      if (beside.includes("spoke")) peering.addVirtualNetwork("spoke", networkOf("Spoke", "10.2.0.0/16"));
      if (beside.includes("second")) {
        const network = addNetwork(only, "Second", "10.3.0.0/16", secondProvider(only));
        const second = AzureVirtualNetwork.fromResource(network, { subscriptionId: SECOND_SUBSCRIPTION });
        peering.addVirtualNetwork("second", second);
      }
    };

  const WAYS: ["the same stack" | "an earlier stack", SignIn][] = [
    ["the same stack", "azure-cli"],
    ["an earlier stack", "client-secret"],
  ];

  test.each(WAYS)("come and go, with the identity in %s, under %s", async (identityIn, signIn) => {
    const deployment = await Deployment.start({ ...TWO_SUBSCRIPTIONS, signIn }, hub(identityIn, "spoke", "second"));
    await expectActive(deployment, 3);
    await expectDestroyed(deployment);
  });

  test.each(WAYS)(
    "the one in the second is added later, with the identity in %s, under %s",
    async (identityIn, signIn) => {
      const deployment = await Deployment.start({ ...TWO_SUBSCRIPTIONS, signIn }, hub(identityIn));
      await expectActive(deployment);
      await deployment.change(hub(identityIn, "second"));
      await expectActive(deployment, 2);
      await expectDestroyed(deployment);
    },
  );

  test("one can be removed without the others being touched", async () => {
    const deployment = await Deployment.start(TWO_SUBSCRIPTIONS, hub("the same stack", "spoke", "second"));
    await expectActive(deployment, 3);
    await deployment.change(hub("the same stack", "second"));
    await expectActive(deployment, 2);
    await expectDestroyed(deployment);
  });
});
