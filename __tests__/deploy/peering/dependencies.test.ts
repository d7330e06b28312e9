import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import {
  type AivenAzurePeering,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringApplication,
} from "cdktf-aiven-azure-peering";
import { Construct } from "constructs";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { expectFailure } from "../support/failure";
import { addNetwork, peerNetwork } from "../support/peering";

/** A resource of the app's own, which is created and removed in the same cloud. */
const other = (scope: Construct, dependsOn?: ITerraformDependable[]) =>
  new ResourceGroup(scope, "other", { name: "Other-RG", location: "japaneast", dependsOn });

/** The peering, and a second network of it. */
function peer(stack: TerraformStack, over: Parameters<typeof peerNetwork>[1] = {}): AivenAzurePeering {
  const peering = peerNetwork(stack, over);
  peering.addVirtualNetwork("spoke", AzureVirtualNetwork.fromResource(addNetwork(stack, "Spoke", "10.2.0.0/16")));
  return peering;
}

const APPLICATION = "application";
const ROLE = "role definition";
const VPC = "VPC";
const CONNECTION = "connection";
const AZURE = "Azure's peering";
const OTHER = "other";

/** What was created, or removed, of the peering and beside it, in the order in which that was done. */
function order(deployment: Deployment, method: "create" | "DELETE", since = 0): string[] {
  const kinds: [RegExp, string][] = [
    [/\/resourceGroups\/Other-RG$/, OTHER],
    [/^\S+ \/applications(\/[^/]+)?$/, APPLICATION],
    [/\/roleDefinitions\//, ROLE],
    [/\/vpcs(\/[^/]+)?$/, VPC],
    [/\/peering-connections/, CONNECTION],
    [/(Hub|Spoke)-VNet\/virtualNetworkPeerings\//, AZURE],
  ];
  return deployment
    .callsSince(since)
    .filter((call) => (method === "create" ? /^(PUT|POST) / : /^DELETE /).test(call))
    .flatMap((call) => kinds.filter(([pattern]) => pattern.test(call)).map(([, kind]) => kind));
}

const lastOf = (calls: string[], kind: string) => calls.lastIndexOf(kind);
const firstOf = (calls: string[], kind: string) => calls.indexOf(kind);

/** Deploys, and expects the order of creation and, the other way round, that of removal. */
async function expectOrder(
  build: (stack: StackMaker) => void,
  first: string,
  then: string,
  peerings = 2,
): Promise<void> {
  const deployment = await Deployment.start({}, build);
  await expectActive(deployment, peerings);
  const created = order(deployment, "create");
  expect(created).toEqual(expect.arrayContaining([first, then]));
  expect(firstOf(created, then)).toBeGreaterThan(lastOf(created, first));
  const start = deployment.world.clock.now() + 1;
  await deployment.world.clock.advance(1);
  await expectDestroyed(deployment);
  const removed = order(deployment, "DELETE", start);
  expect(firstOf(removed, first)).toBeGreaterThan(lastOf(removed, then));
}

describe("what the app has beside a peering waits for all of it", () => {
  test.each<[string, (stack: TerraformStack) => void]>([
    ["by dependsOn: peering.virtualNetworks", (stack) => void other(stack, peer(stack).virtualNetworks)],
    [
      "by node.addDependency(peering)",
      (stack) => {
        const peering = peer(stack);
        other(stack).node.addDependency(peering);
      },
    ],
    [
      "by node.addDependency(peering) of a construct above it",
      (stack) => {
        const peering = peer(stack);
        const above = new Construct(stack, "above");
        other(above);
        above.node.addDependency(peering);
      },
    ],
  ])("%s", (_, build) => expectOrder((stack) => build(stack()), AZURE, OTHER));
});

describe("a peering waits for what the app has beside it", () => {
  test("by node.addDependency of the peering, with everything that it is made of", async () => {
    const build = (stack: StackMaker) => {
      const only = stack();
      peer(only).node.addDependency(other(only));
    };
    for (const kind of [APPLICATION, ROLE, VPC]) await expectOrder(build, OTHER, kind);
  });

  test("by node.addDependency of the peering, on a construct and what is in it", async () => {
    const build = (stack: StackMaker) => {
      const only = stack();
      const beside = new Construct(only, "beside");
      other(beside);
      peer(only).node.addDependency(beside);
    };
    await expectOrder(build, OTHER, VPC);
  });

  test("by node.addDependency of one network: the other one does not", async () => {
    const deployment = await Deployment.start({}, (stack) => {
      const only = stack();
      const peering = peerNetwork(only);
      // long enough for the second network to be peered, if it did not wait
      const dependsOn = [peering.virtualNetwork];
      const group = other(only, [new Sleep(only, "sleep", { createDuration: "10m", dependsOn })]);
      const spoke = AzureVirtualNetwork.fromResource(addNetwork(only, "Spoke", "10.2.0.0/16"));
      peering.addVirtualNetwork("spoke", spoke).node.addDependency(group);
    });
    await expectActive(deployment, 2);
    expect(order(deployment, "create").filter((kind) => [AZURE, OTHER].includes(kind))).toEqual([AZURE, OTHER, AZURE]);
    await expectDestroyed(deployment);
  });

  test("by node.addDependency of its identity", async () => {
    const build = (stack: StackMaker) => {
      const only = stack();
      const identity = new PeeringApplication(only, "application");
      identity.node.addDependency(other(only));
      peer(only, { identity });
    };
    await expectOrder(build, OTHER, APPLICATION);
  });
});

test("in another stack, one stack waits for the other", async () => {
  const first = await Deployment.start({}, (stack) => {
    const [peering, beside] = [stack("peering"), stack("beside")];
    peer(peering).node.addDependency(other(beside));
  });
  expect(first.stacks).toEqual(["beside", "peering"]);
  await expectActive(first, 2);
  await expectDestroyed(first);

  const second = await Deployment.start({}, (stack) => {
    const [beside, peering] = [stack("beside"), stack("peering")];
    other(beside).node.addDependency(peer(peering));
  });
  expect(second.stacks).toEqual(["peering", "beside"]);
});

describe.each(Object.values(AzurePeeringProvider))(
  "the resources of a peered virtual network, through %s,",
  (azurePeeringProvider) => {
    test("can be waited for one by one", async () => {
      const deployment = await Deployment.start({}, (stack) => {
        const only = stack();
        const { connection } = peerNetwork(only, { azurePeeringProvider }).virtualNetwork;
        other(only, connection && [connection]);
      });
      await expectActive(deployment);
      const created = order(deployment, "create");
      expect(created.filter((kind) => [CONNECTION, OTHER, AZURE].includes(kind))).toEqual([CONNECTION, OTHER, AZURE]);
      await expectDestroyed(deployment);
    });

    test("take what has no option here, such as prevent_destroy", async () => {
      const build = (prevented: boolean) => (stack: StackMaker) => {
        const { connection, azurePeering } = peerNetwork(stack(), { azurePeeringProvider }).virtualNetwork;
        if (!prevented) return;
        for (const resource of [connection, azurePeering]) resource?.addOverride("lifecycle.prevent_destroy", true);
      };
      const deployment = await Deployment.start({}, build(true));
      await expectActive(deployment);
      expectFailure(await deployment.destroy(), /[Ii]nstance cannot be destroyed/);
      expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
      await deployment.change(build(false));
      await expectActive(deployment);
      await expectDestroyed(deployment);
    });
  },
);
