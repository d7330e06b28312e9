import { AivenServicePrincipalSource, AzureVirtualNetwork, PeeringApplication } from "cdktf-aiven-azure-peering";
import { expectDestroyed } from "../support/assertions";
import {
  changed,
  MADE_ANEW,
  plain,
  reconnected,
  recreateAsTheCheckSays,
  REFUSED,
  started,
  type Stacks,
} from "../support/changes";
import { addNetwork, addPeering } from "../support/peering";

describe("the virtual network", () => {
  test("grows: nothing of the peering is replaced", async () => {
    const deployment = await started();
    const calls = await changed(deployment, plain({}, { addressSpace: ["10.1.0.0/16", "10.4.0.0/16"] }));
    expect(calls).toEqual(["PUT virtual network"]);
    await expectDestroyed(deployment);
  });

  test("is renamed while disconnected: roles are assigned and waited for, then both sides are made", async () => {
    const deployment = await started();
    const calls = await reconnected(
      deployment,
      (connected) => plain({ connected }),
      plain({}, { name: "Hub-Renamed" }),
    );
    const order = ["PUT virtual network", "PUT role assignment", ...MADE_ANEW].map((call) => calls.indexOf(call));
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
        addPeering(only, { virtualNetwork: AzureVirtualNetwork.fromResource(addNetwork(only, "New", "10.5.0.0/16")) });
      },
    );
    expect(calls).toEqual(expect.arrayContaining(MADE_ANEW));
    expect(calls).not.toContain("POST VPC");
    await expectDestroyed(deployment);
  });
});

describe("the Azure peering", () => {
  test("has its options updated in place", async () => {
    const deployment = await started();
    expect(await changed(deployment, plain({ allowForwardedTraffic: true }))).toEqual(["PUT Azure half"]);
  });

  test("gets another name while disconnected", async () => {
    const deployment = await started();
    const renamed = plain({ peeringName: "renamed" });
    expect(await reconnected(deployment, (connected) => plain({ connected }), renamed)).toEqual(
      expect.arrayContaining(MADE_ANEW),
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
  const by = (id: string, connected: boolean) => (stack: Stacks) => {
    const only = stack();
    // one of the tenant's, which either application only looks up: made by both at once, it would exist already
    const identity = new PeeringApplication(only, id, { aivenServicePrincipal: AivenServicePrincipalSource.EXISTING });
    addPeering(only, { connected, identity });
  };
  const deployment = await started({ aivenPrincipalExists: true }, by("first", true));
  const calls = await reconnected(deployment, (connected) => by("first", connected), by("second", true));
  expect(calls).toEqual(expect.arrayContaining(MADE_ANEW));
  await expectDestroyed(deployment);
});
