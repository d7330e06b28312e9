import { AzurePeeringProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { Pg } from "cdktf-provider-aiven/lib/pg";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { BOTH_SIDES, plain, reconnected, started } from "../support/changes";
import type { Deployment } from "../support/deployment";
import { addNetwork, peerNetwork } from "../support/peering";

const deletions = ({ world }: Deployment): string[] =>
  world.journal
    .matching(/virtualNetworkPeerings|peering-connections|\/vpcs/)
    .filter(({ method }) => method === "DELETE")
    .map(({ path }) => path);

describe.each(Object.values(AzurePeeringProvider))("a VPC with a network, through %s,", (provider) => {
  test.each([
    ["networkCidr", { networkCidr: "10.0.4.0/24" }, '"10.0.4.0/24"'],
    ["cloudName", { cloudName: "azure-westeurope" }, '"azure-westeurope"'],
    ["project", { project: "other-project" }, '"other-project"'],
  ])("is not replaced: a change of %s is refused in the plan", async (property, change, value) => {
    const deployment = await started({}, plain({ azurePeeringProvider: provider }));
    await deployment.change(plain({ azurePeeringProvider: provider, ...change }));
    const { code, text } = await deployment.apply();
    expect(code).toBe(1);
    expect(text).toContain(
      `peering: ${property}: ${value} is not allowed while networks are connected to the Aiven VPC`,
    );
    expect(deletions(deployment)).toEqual([]);
    await deployment.change(plain({ azurePeeringProvider: provider }));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test("is replaced once the network is disconnected", async () => {
    const deployment = await started({}, plain({ azurePeeringProvider: provider }));
    const calls = await reconnected(
      deployment,
      (connected) => plain({ azurePeeringProvider: provider, connected }),
      plain({ azurePeeringProvider: provider, networkCidr: "10.0.4.0/24" }),
    );
    expect(calls).toEqual(expect.arrayContaining(["DELETE VPC", "POST VPC", ...BOTH_SIDES]));
    await expectDestroyed(deployment);
  });
});

/** A service in the VPC of one of two peerings, of which the first may be gone. */
const withService =
  (inVpc: "first" | "second", peerings: readonly ("first" | "second")[], connected = true) =>
  (stacks: StackMaker) => {
    const stack = stacks();
    const ranges = { first: "10.0.0.0/24", second: "10.0.4.0/24" };
    const virtualNetwork = AzureVirtualNetwork.fromResource(addNetwork(stack));
    const ids = peerings.map((id) => {
      const peering = peerNetwork(
        stack,
        { virtualNetwork, networkCidr: ranges[id], connected: connected || id === "second" },
        id,
      );
      return [id, peering.vpcId] as const;
    });
    new Pg(stack, "postgres", {
      project: "my-project",
      cloudName: "azure-japaneast",
      plan: "startup-4",
      serviceName: "pg",
      projectVpcId: new Map(ids).get(inVpc),
    });
  };

test("a VPC with a service is left by a second peering beside it", async () => {
  const deployment = await started({}, withService("first", ["first"]));
  for (const step of [
    withService("first", ["first", "second"]),
    withService("second", ["first", "second"]),
    withService("second", ["first", "second"], false),
    withService("second", ["second"]),
  ]) {
    await deployment.change(step);
    expect((await deployment.apply()).text).not.toContain("Error:");
  }
  await expectActive(deployment);
  await expectDestroyed(deployment);
});
