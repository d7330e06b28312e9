import {
  AivenServicePrincipalSource,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringApplication,
} from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { changed, BOTH_SIDES, plain, reconnected, recreateAsTheCheckSays, REFUSED, started } from "../support/changes";
import { addNetwork, peerNetwork } from "../support/peering";

describe("the virtual network", () => {
  test("grows: nothing of the peering is replaced", async () => {
    const deployment = await started();
    const calls = await changed(deployment, plain({}, { addressSpace: ["10.1.0.0/16", "10.4.0.0/16"] }));
    expect(calls).toEqual(["PUT virtual network"]);
    await expectDestroyed(deployment);
  });

  test("is renamed while disconnected: roles are assigned and waited for, then both sides are created", async () => {
    const deployment = await started();
    const calls = await reconnected(
      deployment,
      (connected) => plain({ connected }),
      plain({}, { name: "Hub-Renamed" }),
    );
    const order = ["PUT virtual network", "PUT role assignment", ...BOTH_SIDES].map((call) => calls.indexOf(call));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(-1);
    expect(calls).not.toContain("POST VPC");
    await expectDestroyed(deployment);
  });

  test("is exchanged for another while disconnected, and the VPC stays", async () => {
    const deployment = await started();
    const calls = await reconnected(
      deployment,
      (connected) => plain({ connected }),
      (stack) => {
        const only = stack();
        addNetwork(only);
        peerNetwork(only, { virtualNetwork: AzureVirtualNetwork.fromResource(addNetwork(only, "New", "10.5.0.0/16")) });
      },
    );
    expect(calls).toEqual(expect.arrayContaining(BOTH_SIDES));
    expect(calls).not.toContain("POST VPC");
    await expectDestroyed(deployment);
  });
});

describe("the Azure peering", () => {
  test.each(Object.values(AzurePeeringProvider))("has its options updated in place, through %s", async (provider) => {
    const through = { azurePeeringProvider: provider };
    const deployment = await started({}, plain(through));
    expect(await changed(deployment, plain({ ...through, allowForwardedTraffic: true }))).toEqual([
      "PUT Azure peering",
    ]);
    await expectDestroyed(deployment);
  });

  test("gets another name while disconnected", async () => {
    const deployment = await started();
    const renamed = plain({ peeringName: "renamed" });
    expect(await reconnected(deployment, (connected) => plain({ connected }), renamed)).toEqual(
      expect.arrayContaining(BOTH_SIDES),
    );
    await expectDestroyed(deployment);
  });

  test("renamed while connected, Azure refuses; the check then says how to go on", async () => {
    const deployment = await started();
    await deployment.change(plain({ peeringName: "renamed" }));
    expect((await deployment.apply()).text).toContain(REFUSED);
    await deployment.wait();
    await recreateAsTheCheckSays(deployment);
    await expectDestroyed(deployment);
  });
});

test("another application peers, while disconnected", async () => {
  const by = (id: string, connected: boolean) => (stack: StackMaker) => {
    const only = stack();
    // one of the tenant's, which either application only looks up: created by both at once, it would exist already
    const identity = new PeeringApplication(only, id, { aivenServicePrincipal: AivenServicePrincipalSource.EXISTING });
    peerNetwork(only, { connected, identity });
  };
  const deployment = await started({ aivenPrincipalExists: true }, by("first", true));
  const calls = await reconnected(deployment, (connected) => by("first", connected), by("second", true));
  expect(calls).toEqual(expect.arrayContaining(BOTH_SIDES));
  await expectDestroyed(deployment);
});

test("the waits, and whether health is checked, change in no cloud", async () => {
  const deployment = await started();
  const over = { propagation: { roleAssignments: "3m", servicePrincipal: "1m" }, healthCheck: false };
  expect(await changed(deployment, plain(over))).toEqual([]);
});

describe("the construct is removed from the code", () => {
  const network = (stack: StackMaker) => {
    addNetwork(stack());
  };

  test("once it is disconnected it goes, and what it was beside stays", async () => {
    const deployment = await started();
    await deployment.change(plain({ connected: false }));
    await expectActive(deployment, 0);
    await deployment.change(network);
    await expectActive(deployment, 0);
    expect(deployment.addresses().map((address) => address.split(".")[0])).toEqual([
      "azurerm_resource_group",
      "azurerm_virtual_network",
    ]);
    expect(deployment.world.added().map(({ name }) => name)).toEqual(["Hub-RG", "Hub-VNet"]);
    expect(deployment.world.removed()).toEqual([]);
    await expectDestroyed(deployment);
  });
});
