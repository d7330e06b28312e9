import { Construct } from "constructs";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { AzurePeeringProvider, AzureVirtualNetwork, PeeringApplication } from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { started } from "../support/changes";
import { peerNetwork, SECOND_SUBSCRIPTION, secondProvider, TWO_SUBSCRIPTIONS } from "../support/peering";
import { Deployment } from "../support/deployment";

interface Move {
  readonly from: string;
  readonly to: string;
}

/** Of each address that the app declares and the state does not have: where it was, by the addresses without what has changed in them. */
function movesOf(deployment: Deployment, unchanged: (address: string) => string): Move[] {
  const [before, after] = [deployment.addresses(), deployment.declared()];
  const idOf = (address: string) => unchanged(address).replace(/_[0-9A-F]{8}$/, ""); // the hash of its path
  return after
    .filter((to) => !before.includes(to))
    .map((to) => ({ from: before.find((each) => !after.includes(each) && idOf(each) === idOf(to)) ?? "", to }));
}

describe.each(Object.values(AzurePeeringProvider))(
  "a peering through %s that is wrapped in another construct",
  (azurePeeringProvider) => {
    /** With its identity, network and a second network, below a construct of the app's own or not. */
    const build =
      (wrapper?: string, moved: readonly Move[] = []) =>
      (stack: StackMaker) => {
        const only = stack();
        const scope = (wrapper === undefined ? only : new Construct(only, wrapper)) as TerraformStack;
        peerNetwork(scope, { azurePeeringProvider, identity: new PeeringApplication(scope, "application") });
        if (moved.length > 0) only.addOverride("moved", moved);
      };

    test("keeps everything with a moved block for each address: nothing is added, changed or destroyed", async () => {
      const deployment = await started({}, build());
      const count = deployment.addresses().length;
      await deployment.change(build("platform"));
      const moved = movesOf(deployment, (address) => address.replace(".platform_", "."));
      expect(moved.map(({ from }) => from)).not.toContain("");
      // Aiven's service principal belongs to the stack
      expect(moved).toHaveLength(count - 1);

      await deployment.change(build("platform", moved));
      const moment = deployment.world.clock.now() + 1;
      await deployment.world.clock.advance(1);
      const { code, text } = await deployment.apply();
      expect([code, text]).toEqual([0, expect.stringContaining("Resources: 0 added, 0 changed, 0 destroyed")]);
      expect(deployment.callsSince(moment).filter((call) => !call.includes("/oauth2/"))).toEqual([]);
      await expectActive(deployment);
      await expectDestroyed(deployment);
    });
  },
);

const FAR = `/subscriptions/${SECOND_SUBSCRIPTION}/resourceGroups/Far-RG/providers/Microsoft.Network/virtualNetworks/Far`;

/** A second network in a further subscription, whose id is written as a literal or is a variable. */
const hub =
  (azurePeeringProvider: AzurePeeringProvider, written: "literal" | "variable", moved: readonly Move[] = []) =>
  (stack: StackMaker) => {
    const only = stack();
    const variable = () =>
      new TerraformVariable(only, "far", { type: "string", default: SECOND_SUBSCRIPTION }).stringValue;
    const subscriptionId = written === "literal" ? SECOND_SUBSCRIPTION : variable();
    const identity = new PeeringApplication(only, "identity");
    secondProvider(only);
    const far = AzureVirtualNetwork.fromAttributes({
      name: "Far",
      resourceGroupName: "Far-RG",
      subscriptionId,
      location: "japanwest",
      addressSpaces: ["10.3.0.0/16"],
    });
    peerNetwork(only, { identity, azurePeeringProvider }).addVirtualNetwork("far", far);
    if (moved.length > 0) only.addOverride("moved", moved);
  };

/** A virtual network in the second subscription that is there already. */
async function start(azurePeeringProvider: AzurePeeringProvider): Promise<Deployment> {
  const deployment = await Deployment.fresh(TWO_SUBSCRIPTIONS);
  deployment.world.byHand.createResourceGroup(FAR.slice(0, FAR.indexOf("/providers/")));
  deployment.world.byHand.createVirtualNetwork(FAR, ["10.3.0.0/16"], "japanwest");
  await deployment.change(hub(azurePeeringProvider, "literal"));
  await expectActive(deployment, 2);
  return deployment;
}

test.each(Object.values(AzurePeeringProvider))(
  "through %s, a further subscription's id that becomes a variable moves what is named after it, and with moved blocks nothing is sent to a cloud",
  async (azurePeeringProvider) => {
    const deployment = await start(azurePeeringProvider);
    await deployment.change(hub(azurePeeringProvider, "variable"));
    const moved = movesOf(deployment, (address) =>
      address.replace(/(subscription|resource-providers)-[0-9a-f-]+_/, "$1-…_"),
    );
    expect(moved.map(({ from }) => from)).not.toContain("");
    expect(moved.map(({ to }) => to.split(".")[0]).sort()).toEqual(
      azurePeeringProvider === AzurePeeringProvider.AZURERM
        ? ["azurerm_role_assignment", ...Array<string>(3).fill("azurerm_role_definition")]
        : Array<string>(2).fill("azurerm_role_definition"),
    );

    await deployment.change(hub(azurePeeringProvider, "variable", moved));
    const moment = deployment.world.clock.now() + 1;
    await deployment.world.clock.advance(1);
    expect(await deployment.apply()).toMatchObject({ code: 0 });
    expect(deployment.callsSince(moment).filter((call) => !call.includes("/oauth2/"))).toEqual([]);
    await expectActive(deployment, 2);
    expect(await deployment.destroy()).toMatchObject({ code: 0 });
  },
);
