import { Construct } from "constructs";
import type { TerraformStack } from "cdktf";
import { AzurePeeringProvider, PeeringApplication } from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { jsonIn } from "../../../tools/terraform/written";
import { expectActive, expectDestroyed } from "../support/assertions";
import { started } from "../support/changes";
import { addPeering } from "../support/peering";

interface Move {
  readonly from: string;
  readonly to: string;
}

/** An address without what tells where its construct is: wrappers before it, and the hash of its path. */
const idOf = (address: string, wrapper: string) => address.replace(`.${wrapper}_`, ".").replace(/_[0-9A-F]{8}$/, "");

describe.each([
  ["azurerm", AzurePeeringProvider.AZURERM],
  ["azapi", AzurePeeringProvider.AZAPI],
])("a peering through %s that is wrapped in another construct", (_, azurePeeringProvider) => {
  /** With its identity, network and a second network, below a construct of the app's own or not. */
  const build =
    (wrapper?: string, moved: readonly Move[] = []) =>
    (stack: StackMaker) => {
      const only = stack();
      const scope = (wrapper === undefined ? only : new Construct(only, wrapper)) as TerraformStack;
      addPeering(scope, { azurePeeringProvider, identity: new PeeringApplication(scope, "application") });
      if (moved.length > 0) only.addOverride("moved", moved);
    };

  test("keeps everything with a moved block for each address: nothing is added, changed or destroyed", async () => {
    const deployment = await started({}, build());
    const before = deployment.addresses();
    await deployment.change(build("platform"));
    const { resource } = jsonIn(deployment.folderOf()) as { resource: Record<string, object> };
    const after = Object.entries(resource).flatMap(([type, all]) => Object.keys(all).map((name) => `${type}.${name}`));
    const moved = after
      .map((to) => ({ from: before.find((each) => idOf(each, "platform") === idOf(to, "platform")) ?? "", to }))
      .filter(({ from, to }) => from !== to);
    expect(moved.map(({ from }) => from)).not.toContain("");
    expect(moved).toHaveLength(before.length - 1);

    await deployment.change(build("platform", moved));
    const moment = deployment.world.clock.now() + 1;
    await deployment.world.clock.advance(1);
    const { code, text } = await deployment.apply();
    expect([code, text]).toEqual([0, expect.stringContaining("Resources: 0 added, 0 changed, 0 destroyed")]);
    expect(deployment.callsSince(moment).filter((call) => !call.includes("/oauth2/"))).toEqual([]);
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});
