import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformStack } from "cdktf";
import { TerraformVariable } from "cdktf";
import { AzurePeeringProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { arm } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed, expectOursDestroyed } from "../support/assertions";
import { started } from "../support/changes";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { expectFailure } from "../support/failure";
import { addNetwork, peerNetwork } from "../support/peering";

describe("a network whose range comes from an address pool, so that nobody knows it before it exists,", () => {
  const POOL = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/ipam/providers/Microsoft.Network/networkManagers/manager/ipamPools/pool`;
  const pooled = (stack: TerraformStack, name: string) => {
    const group = new ResourceGroup(stack, `${name}-group`, { name: `${name}-RG`, location: "japaneast" });
    return new VirtualNetwork(stack, name, {
      name: `${name}-VNet`,
      resourceGroupName: group.name,
      location: group.location,
      ipAddressPool: [{ id: POOL, numberOfIpAddresses: "256" }],
    });
  };
  const alone =
    (networkCidr: string, connected = true) =>
    (stack: StackMaker) => {
      const only = stack();
      const virtualNetwork = AzureVirtualNetwork.fromResource(pooled(only, "Hub"));
      peerNetwork(only, { networkCidr, connected, virtualNetwork });
    };
  const beside = (stack: StackMaker) => {
    const only = stack();
    const peering = peerNetwork(only, { virtualNetwork: AzureVirtualNetwork.fromResource(pooled(only, "Hub")) });
    peering.addVirtualNetwork("spoke", AzureVirtualNetwork.fromResource(pooled(only, "Spoke")));
    peering.addVirtualNetwork("known", AzureVirtualNetwork.fromResource(addNetwork(only, "Known", "10.2.0.0/16")));
  };
  const customer = { ipamPools: [{ id: POOL, addressPrefixes: ["10.64.0.0/16"] }] };

  test("is peered beside others, and goes", async () => {
    const deployment = await Deployment.start({ customer }, beside);
    await expectActive(deployment, 3);
    await expectDestroyed(deployment);
  });

  test("and overlaps the VPC, is refused in apply before Aiven is asked; another range gets on from there", async () => {
    const deployment = await Deployment.start({ customer }, alone("10.64.0.0/24"));
    expectFailure(await deployment.apply(), 'networkCidr: "10.64.0.0/24" overlaps');
    expect(deployment.states).toEqual([]);
    await deployment.change(alone("10.64.0.0/24", false));
    await expectActive(deployment, 0);
    await deployment.change(alone("10.0.0.0/24"));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});

test("ranges that a variable leaves null, and a subscription that it knows, deploy", async () => {
  const deployment = await Deployment.start({}, (stack) => {
    const only = stack();
    const network = addNetwork(only);
    const ranges = new TerraformVariable(only, "ranges", { type: "list(string)" });
    const subscription = new TerraformVariable(only, "subscription", { type: "string", default: SUBSCRIPTION_ID });
    peerNetwork(only, {
      virtualNetwork: AzureVirtualNetwork.fromResource(network, {
        addressSpaces: ranges.listValue,
        subscriptionId: subscription.stringValue,
      }),
    });
  });
  deployment.env = { TF_VAR_ranges: "null" };
  await expectActive(deployment);
  await expectDestroyed(deployment);
});

describe.each(Object.values(AzurePeeringProvider))(
  "a network in a group with a lock against deletion, through %s:",
  (azurePeeringProvider) => {
    test("destroy stops at Azure's peering while the group is locked, and goes on without the lock", async () => {
      const scope = arm.resourceGroupId(SUBSCRIPTION_ID, "Hub-RG");
      const deployment = await started({}, (stack) => void peerNetwork(stack(), { azurePeeringProvider }));
      deployment.world.byHand.lock(scope, "CanNotDelete");
      expectFailure(await deployment.destroy(), "ScopeLocked", "Please remove the lock and try again");
      expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
      deployment.world.byHand.unlock(scope);
      await expectDestroyed(deployment);
    });
  },
);

describe("a group with a name that azurerm does not take", () => {
  const GROUP = "Größe-網路";
  const NETWORK = arm.resourceId(SUBSCRIPTION_ID, GROUP, "Microsoft.Network", "virtualNetworks", "Hub-VNet");

  test("is peered through azapi, and goes", async () => {
    const deployment = await Deployment.fresh({});
    deployment.world.byHand.createResourceGroup(arm.resourceGroupId(SUBSCRIPTION_ID, GROUP), "japaneast");
    deployment.world.byHand.createVirtualNetwork(NETWORK, ["10.1.0.0/16"], "japaneast");
    await deployment.change((stack) => {
      const virtualNetwork = AzureVirtualNetwork.fromId(NETWORK, { location: "japaneast" });
      peerNetwork(stack(), { azurePeeringProvider: AzurePeeringProvider.AZAPI, virtualNetwork });
    });
    await expectActive(deployment);
    await expectOursDestroyed(deployment);
  });
});
