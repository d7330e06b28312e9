import {
  type AivenAzurePeeringProps,
  AivenAzurePeering,
  AivenServicePrincipalSource,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringAccess,
  PeeringApplication,
} from "cdktf-aiven-azure-peering";
import type { TerraformStack } from "cdktf";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { expectFailure } from "../support/failure";
import { addNetwork, withOneRole } from "../support/peering";

/** Peerings by their ids: which are on, and which are off. */
type Which = Partial<Record<"first" | "second", "on" | "off">>;
type Props = Partial<AivenAzurePeeringProps>;

const RANGES = { first: "10.0.0.0/24", second: "10.0.1.0/24" };

function add(stack: TerraformStack, which: Which, networkOf: (id: string) => AzureVirtualNetwork, over: Props): void {
  for (const [id, state] of Object.entries(which) as ["first" | "second", string][]) {
    new AivenAzurePeering(stack, id, {
      project: "my-project",
      networkCidr: RANGES[id],
      connected: state === "on",
      virtualNetwork: networkOf(id),
      ...over,
    });
  }
}

const twoNetworks =
  (which: Which, over: Props = {}) =>
  (stack: StackMaker) => {
    const only = stack();
    const networks: Record<string, AzureVirtualNetwork> = {
      first: AzureVirtualNetwork.fromResource(addNetwork(only)),
      second: AzureVirtualNetwork.fromResource(addNetwork(only, "Spoke", "10.2.0.0/16")),
    };
    add(only, which, (id) => networks[id], over);
  };

const oneNetwork =
  (which: Which, over: Props = {}) =>
  (stack: StackMaker) => {
    const only = stack();
    const network = AzureVirtualNetwork.fromResource(addNetwork(only));
    add(only, which, () => network, over);
  };

describe.each([
  ["of two networks", twoNetworks],
  ["of one network with two VPCs", oneNetwork],
])("two peerings with defaults in one stack, %s,", (_, build) => {
  test.each(Object.values(AzurePeeringProvider))(
    "come in one apply and go, through %s",
    async (azurePeeringProvider) => {
      const deployment = await Deployment.start({}, build({ first: "on", second: "on" }, { azurePeeringProvider }));
      await expectActive(deployment, 2);
      await expectDestroyed(deployment);
    },
  );

  test.each(["first", "second"] as const)("the %s one is removed, and the other stays as it is", async (goes) => {
    const stays = goes === "first" ? "second" : "first";
    const deployment = await Deployment.start({}, build({ first: "on", second: "on" }));
    await expectActive(deployment, 2);
    const moment = deployment.world.clock.now() + 1;
    await deployment.change(build({ [stays]: "on", [goes]: "off" }));
    await expectActive(deployment, 1);
    await deployment.change(build({ [stays]: "on" }));
    await expectActive(deployment, 1);
    const written = deployment.callsSince(moment).filter((call) => /^(PUT|POST|PATCH) /.test(call));
    expect(written.filter((call) => !/\/oauth2\/|\/removePassword$/.test(call))).toEqual([]);
    await expectDestroyed(deployment);
  });
});

describe("two peerings in two stacks", () => {
  const EXISTING = AivenServicePrincipalSource.EXISTING;
  const build = (source?: AivenServicePrincipalSource) => (stack: StackMaker) => {
    const [one, two] = [stack("one"), stack("two")];
    add(one, { first: "on" }, () => AzureVirtualNetwork.fromResource(addNetwork(one)), {});
    const identity = new PeeringApplication(two, "application", { aivenServicePrincipal: source });
    const spoke = addNetwork(two, "Spoke", "10.2.0.0/16");
    add(two, { second: "on" }, () => AzureVirtualNetwork.fromResource(spoke), { identity });
  };

  test("come and go where the second looks Aiven's service principal up", async () => {
    const deployment = await Deployment.start({}, build(EXISTING));
    await expectActive(deployment, 2);
    await expectDestroyed(deployment);
  });

  test("fail where the second creates it too; the first stays, and EXISTING gets on from there", async () => {
    const deployment = await Deployment.start({}, build(AivenServicePrincipalSource.CREATE));
    expectFailure(await deployment.apply(), /A resource with the ID "[^"]+" already exists/);
    await deployment.change(build(EXISTING));
    await expectActive(deployment, 2);
    await expectDestroyed(deployment);
  });

  test("of one network, by two applications, come where one is given roles and the other none", async () => {
    const deployment = await Deployment.start({}, (stack) => {
      const [one, two] = [stack("one"), stack("two")];
      const virtualNetwork = AzureVirtualNetwork.fromResource(addNetwork(one), { subscriptionId: SUBSCRIPTION_ID });
      add(one, { first: "on" }, () => virtualNetwork, { access: withOneRole() });
      const identity = new PeeringApplication(two, "application", { aivenServicePrincipal: EXISTING });
      add(two, { second: "on" }, () => virtualNetwork, { identity });
    });
    await expectActive(deployment, 2);
    await expectDestroyed(deployment);
  });

  test("of one network share the rights that the first has assigned, where they peer by one application", async () => {
    const deployment = await Deployment.start({}, (stack) => {
      const one = stack("one");
      const virtualNetwork = AzureVirtualNetwork.fromResource(addNetwork(one), { subscriptionId: SUBSCRIPTION_ID });
      const identity = new PeeringApplication(one, "application");
      add(one, { first: "on" }, () => virtualNetwork, { identity });
      const access = PeeringAccess.existing();
      add(stack("two"), { second: "on" }, () => virtualNetwork, { identity, access });
    });
    await expectActive(deployment, 2);
    await expectDestroyed(deployment);
  });
});
