import { Sleep } from "@cdktf/provider-time/lib/sleep";
import { TerraformOutput, type TerraformStack } from "cdktf";
import { type AivenAzurePeeringProps, AzurePeeringProvider } from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { peerNetwork, withOneRole } from "../support/peering";
import { addPrivateService, PROBE, runs } from "../support/private-service";

describe.each(Object.values(AzurePeeringProvider))("what depends on a peering, through %s,", (azurePeeringProvider) => {
  const build = (connected: boolean) => (stack: StackMaker) => {
    const only = stack();
    const peering = peerNetwork(only, { azurePeeringProvider, connected });
    new Sleep(only, "later", { createDuration: "1s", dependsOn: [peering] });
    const { virtualNetwork: peered } = peering;
    const { state, aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId } = peered;
    const values = { state, aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId };
    for (const [name, value] of Object.entries(values)) new TerraformOutput(only, name, { value });
  };

  test("stays while that is disconnected, and its outputs are empty until it is connected again", async () => {
    const deployment = await Deployment.start({}, build(true));
    await deployment.apply();
    await deployment.wait();
    await expectActive(deployment);
    const on = await deployment.outputs();
    expect(on).toMatchObject({
      state: "ACTIVE",
      azurePeeringId: expect.stringContaining("/aiven-") as string,
    });
    expect(Object.values(on).every((value) => value !== "")).toBe(true);
    const later = (await deployment.resource("time_sleep.later"))?.values;

    await deployment.change(build(false));
    await expectActive(deployment, 0);
    expect(await deployment.outputs()).toEqual({
      state: "DISCONNECTED",
      aivenTenantId: "",
      remoteVirtualNetworkId: "",
      connectionId: "",
      azurePeeringId: "",
    });
    expect((await deployment.resource("time_sleep.later"))?.values).toEqual(later);

    await deployment.change(build(true));
    await deployment.apply();
    await deployment.wait();
    await expectActive(deployment);
    expect(await deployment.outputs()).toMatchObject({ state: "ACTIVE", aivenTenantId: on.aivenTenantId });
    expect((await deployment.resource("time_sleep.later"))?.values).toEqual(later);
    await expectDestroyed(deployment);
  });
});

test("a probe goes while the peering is disconnected, and runs again once it is connected", async () => {
  const build = (connected: boolean) => (stack: StackMaker) => {
    addPrivateService(stack(), { peering: { connected } });
  };
  const deployment = await Deployment.start({}, build(true));
  await deployment.apply();
  await deployment.wait();
  await expectActive(deployment);
  const before = runs(deployment);
  expect(deployment.addresses()).toContain(PROBE);
  await deployment.change(build(false));
  await expectActive(deployment, 0);
  expect(deployment.addresses()).not.toContain(PROBE);
  expect(await deployment.outputs()).toEqual({ outcome: "", message: "", waited: -1 });
  await deployment.change(build(true));
  await deployment.apply();
  await expectActive(deployment);
  expect(runs(deployment)).toBeGreaterThan(before);
});

type Props = (stack: TerraformStack) => Partial<AivenAzurePeeringProps>;
const DEFAULTS: Props = () => ({});

describe.each(Object.values(AzurePeeringProvider))(
  "a peering that is disconnected, through %s, while",
  (azurePeeringProvider) => {
    const build = (props: Props, connected: boolean) => (stack: StackMaker) => {
      const only = stack();
      peerNetwork(only, { azurePeeringProvider, connected, ...props(only) });
    };
    const start = async (before: Props) => {
      const deployment = await Deployment.start({ aivenPrincipalExists: before !== DEFAULTS }, build(before, true));
      await expectActive(deployment);
      return deployment;
    };

    test.each<[string, Partial<AivenAzurePeeringProps>]>([
      ["roles are given", { access: withOneRole() }],
      ["the peering is renamed", { peeringName: "renamed" }],
    ])("%s in the same apply", async (_, after) => {
      const deployment = await start(DEFAULTS);
      await deployment.change(build(() => after, false));
      await expectActive(deployment, 0);
      await deployment.change(build(() => after, true));
      await expectActive(deployment);
      await expectDestroyed(deployment);
    });
  },
);
