import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformStack } from "cdktf";
import {
  type AivenAzurePeeringProps,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringApplication,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { arm } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { declared, expectFailure, expectSuccess } from "../support/failure";
import { addPeering } from "../support/peering";

const HUB = "5ab50000-0000-4000-8000-000000000002";
const customer = {
  subscriptions: [SUBSCRIPTION_ID, HUB].map((id, index) => ({ id, name: `subscription ${index + 1}` })),
};

/** The deployer in the subscription of the hub; the stack's default provider is in another one. */
const hubProvider = (stack: TerraformStack) =>
  new AzurermProvider(stack, "azurerm-hub", { features: [{}], alias: "hub", subscriptionId: HUB });

/** The hub network as a resource of this stack; its subscription is written down in the provider alone. */
function hubNetwork(stack: TerraformStack, provider = hubProvider(stack)): AzureVirtualNetwork {
  const group = new ResourceGroup(stack, "hub-group", { name: "Hub-RG", location: "japaneast", provider });
  const vnet = new VirtualNetwork(stack, "hub", {
    ...{ name: "Hub-VNet", resourceGroupName: group.name, location: group.location, addressSpace: ["10.1.0.0/16"] },
    provider,
  });
  return AzureVirtualNetwork.fromResource(vnet);
}

const NETWORK_ID = arm.resourceId(HUB, "Hub-RG", "Microsoft.Network", "virtualNetworks", "Hub-VNet");
const hubByDataSource = (stack: TerraformStack) =>
  AzureVirtualNetwork.fromDataSource(
    new DataAzurermVirtualNetwork(stack, "hub", {
      ...{ name: "Hub-VNet", resourceGroupName: "Hub-RG", provider: hubProvider(stack) },
    }),
  );

type Props = (stack: TerraformStack) => Partial<AivenAzurePeeringProps>;
const peered = (props: Props) => (stack: StackMaker) => {
  const only = stack();
  addPeering(only, props(only));
};

describe.each([
  ["azurerm", AzurePeeringProvider.AZURERM],
  ["azapi", AzurePeeringProvider.AZAPI],
])("a virtual network behind an aliased provider, in another subscription, through %s", (_, azurePeeringProvider) => {
  test("that is created here comes in one apply, and goes", async () => {
    const deployment = await Deployment.start(
      { customer },
      peered((stack) => ({ azurePeeringProvider, virtualNetwork: hubNetwork(stack) })),
    );
    await expectActive(deployment);
    expect(deployment.world.byHand.azurePeerings()).toMatchObject([{ networkId: NETWORK_ID }]);
    await expectDestroyed(deployment);
  });

  test("that is there already comes in one apply, and goes", async () => {
    const deployment = await Deployment.fresh({ customer });
    deployment.world.byHand.createResourceGroup(arm.resourceGroupId(HUB, "Hub-RG"), "japaneast");
    deployment.world.byHand.createVirtualNetwork(NETWORK_ID, ["10.1.0.0/16"], "japaneast");
    await deployment.change(peered((stack) => ({ azurePeeringProvider, virtualNetwork: hubByDataSource(stack) })));
    await expectActive(deployment);
    expect(await deployment.destroy()).toMatchObject({ code: 0 });
    expect(deployment.changes).toEqual({ left: [], missing: [] });
  });
});

describe("an application that was granted nothing in the subscription of the network", () => {
  const LISTING = /populating Resource Provider cache: listing Resource Providers: .*AuthorizationFailed/;
  const granted = (resourceProviderAccess?: ResourceProviderAccess, over: Partial<AivenAzurePeeringProps> = {}) =>
    peered((stack) => ({
      identity: new PeeringApplication(stack, "application", { resourceProviderAccess }),
      virtualNetwork: hubNetwork(stack),
      ...over,
    }));

  const named = (...subscriptionIds: string[]) => ResourceProviderAccess.create({ subscriptionIds });

  /** Aiven's connection is there; no plan, apply or destroy gets past the provider that is to create Azure's. */
  const stuck = async () => {
    const deployment = await Deployment.start({ customer }, granted(ResourceProviderAccess.none()));
    expectFailure(await deployment.apply(), LISTING);
    await deployment.wait();
    for (const outcome of [await deployment.plan(), await deployment.apply(), await deployment.destroy()]) {
      expectFailure(outcome, LISTING);
    }
    expect(deployment.halves).toEqual(["PENDING_PEER"]);
    return deployment;
  };

  test("goes once the network is disconnected", async () => {
    const deployment = await stuck();
    await deployment.change(granted(ResourceProviderAccess.none(), { connected: false }));
    expectSuccess(await deployment.apply());
    expect(deployment.halves).toEqual([]);
    expect(await deployment.plan()).toMatchObject({ code: 0 });
    await expectDestroyed(deployment);
  });

  test("is told so by the plan, where subscriptions are named and that one is missing", async () => {
    const deployment = await Deployment.start({ customer }, granted(named(SUBSCRIPTION_ID)));
    expectFailure(
      await deployment.plan(),
      `identity.resourceProviderAccess: the application may not list the resource providers of subscription "${HUB}"`,
      "add it to subscriptionIds, or leave resourceProviderAccess out",
    );
    expect(deployment.world.added()).toEqual([]);
    await deployment.change(granted(named(SUBSCRIPTION_ID, HUB)));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test("that loses it by an override gets it back by its assignment alone, once the override is left out", async () => {
    const deployment = await Deployment.start({ customer }, granted());
    await expectActive(deployment);
    await deployment.change(granted(ResourceProviderAccess.none()));
    // takes the right away before or after the provider is configured once more
    await deployment.apply();
    expectFailure(await deployment.plan(), LISTING);
    expectFailure(await deployment.destroy(), LISTING);
    await deployment.change(granted());
    const assignment = declared(deployment, "resource-providers", "azurerm_role_assignment");
    expectSuccess(await deployment.apply(`-target=${assignment}`));
    await deployment.wait();
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});
