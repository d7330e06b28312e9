import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { AivenAzurePeering, AzurePeeringProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import type { Deployment } from "../support/deployment";
import { addNetwork, peerNetwork } from "../support/peering";
import { applicationOf, startUnder } from "../support/identities";

/** The status of each call of the application for a peering in Azure. */
const statuses = (deployment: Deployment, method: string): number[] =>
  deployment.world.journal
    .matching(/\/virtualNetworkPeerings\//)
    .filter((call) => call.method === method && call.identity === applicationOf(deployment))
    .map(({ status }) => status);

const azapi = { azurePeeringProvider: AzurePeeringProvider.AZAPI };

test("a subnet that changes beside it does not stop Azure's peering (ReferencedResourceNotProvisioned)", async () => {
  const build = (stack: StackMaker) => {
    const only = stack();
    const network = addNetwork(only);
    const peering = peerNetwork(only, { virtualNetwork: AzureVirtualNetwork.fromResource(network), ...azapi });
    // created half a minute before Azure's peering, so that the network still changes when its turn comes
    const { connection } = peering.virtualNetwork;
    new Subnet(only, "subnet", {
      name: "subnet",
      resourceGroupName: network.resourceGroupName,
      virtualNetworkName: network.name,
      addressPrefixes: ["10.1.1.0/24"],
      dependsOn: connection && [connection],
    });
  };
  const deployment = await startUnder("client-secret", build, { lag: { networkWrite: 60 } });
  await expectActive(deployment);
  const [last, ...refused] = statuses(deployment, "PUT").reverse();
  expect(last).toBeLessThan(300);
  expect(new Set(refused)).toEqual(new Set([400]));
  await expectDestroyed(deployment);
});

// Aiven's network is the other end of every peering, and Azure changes one of its peerings at a time.
test("many networks at once do not stop one another", async () => {
  const build = (stack: StackMaker) => {
    const only = stack();
    const networks = [1, 2, 3, 4, 5].map((each) =>
      AzureVirtualNetwork.fromResource(addNetwork(only, `Net-${each}`, `10.${each}.0.0/16`)),
    );
    const [first, ...others] = networks;
    const peering = peerNetwork(only, { virtualNetwork: first, ...azapi });
    others.forEach((network, index) => peering.addVirtualNetwork(`network-${index + 2}`, network));
  };
  const deployment = await startUnder("client-secret", build, { lag: { peeringWrite: 6 } });
  await expectActive(deployment, 5);
  const all = statuses(deployment, "PUT");
  expect(all.filter((status) => status < 300)).toHaveLength(5);
  expect(new Set(all.filter((status) => status >= 300))).toEqual(new Set([400]));
  await expectDestroyed(deployment);
});

test("two VPCs that are peered with one network at once do not stop each other (AnotherOperationInProgress)", async () => {
  const build = (stack: StackMaker) => {
    const only = stack();
    const virtualNetwork = AzureVirtualNetwork.fromResource(addNetwork(only));
    peerNetwork(only, { virtualNetwork, ...azapi });
    new AivenAzurePeering(only, "second", {
      project: "my-project",
      networkCidr: "10.9.0.0/24",
      virtualNetwork,
      ...azapi,
    });
  };
  const deployment = await startUnder("client-secret", build, { lag: { peeringWrite: 60 } });
  await expectActive(deployment, 2);
  const calls = deployment.world.journal.matching(/Hub-VNet\/virtualNetworkPeerings\//);
  expect(calls.filter(({ method, status }) => method === "PUT" && status === 429)).not.toEqual([]);
  await expectDestroyed(deployment);
});
