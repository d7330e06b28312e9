import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformVariable } from "cdktf";
import { AzurePeeringProvider, AzureVirtualNetwork, PeeringApplication } from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { jsonIn } from "../../../tools/terraform/written";
import { expectActive } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { addPeering } from "../support/peering";

const SECOND = "5ab50000-0000-4000-8000-000000000002";
const subscriptions = [SUBSCRIPTION_ID, SECOND].map((id, index) => ({ id, name: `subscription ${index + 1}` }));
const FAR = `/subscriptions/${SECOND}/resourceGroups/Far-RG/providers/Microsoft.Network/virtualNetworks/Far`;

interface Move {
  readonly from: string;
  readonly to: string;
}

/** A second network in a further subscription, whose id is written as a literal or is a variable. */
const hub =
  (azurePeeringProvider: AzurePeeringProvider, written: "literal" | "variable", moved: readonly Move[] = []) =>
  (stack: StackMaker) => {
    const only = stack();
    const variable = () => new TerraformVariable(only, "far", { type: "string", default: SECOND }).stringValue;
    const subscriptionId = written === "literal" ? SECOND : variable();
    const identity = new PeeringApplication(only, "identity");
    new AzurermProvider(only, "azurerm-far", { features: [{}], alias: "far", subscriptionId: SECOND });
    const far = AzureVirtualNetwork.fromAttributes({
      name: "Far",
      resourceGroupName: "Far-RG",
      subscriptionId,
      location: "japanwest",
      addressSpaces: ["10.3.0.0/16"],
    });
    addPeering(only, { identity, azurePeeringProvider }).addVirtualNetwork("far", far);
    if (moved.length > 0) only.addOverride("moved", moved);
  };

/** A virtual network in the second subscription that is there already. */
async function start(azurePeeringProvider: AzurePeeringProvider): Promise<Deployment> {
  const deployment = await Deployment.fresh({ customer: { subscriptions } });
  deployment.world.byHand.createResourceGroup(FAR.slice(0, FAR.indexOf("/providers/")));
  deployment.world.byHand.createVirtualNetwork(FAR, ["10.3.0.0/16"], "japanwest");
  await deployment.change(hub(azurePeeringProvider, "literal"));
  await expectActive(deployment, 2);
  return deployment;
}

/** An address without what is made of the subscription. */
const idOf = (address: string) =>
  address.replace(/(subscription|resource-providers)-[0-9a-f-]+_/, "$1-…_").replace(/_[0-9A-F]{8}$/, "");

test.each([
  ["azurerm", AzurePeeringProvider.AZURERM],
  ["azapi", AzurePeeringProvider.AZAPI],
])(
  "through %s, a further subscription's id that becomes a variable moves what is named after it, and with moved blocks nothing is sent to a cloud",
  async (_, azurePeeringProvider) => {
    const deployment = await start(azurePeeringProvider);
    const before = deployment.addresses();
    await deployment.change(hub(azurePeeringProvider, "variable"));
    const { resource } = jsonIn(deployment.folderOf()) as { resource: Record<string, object> };
    const after = Object.entries(resource).flatMap(([type, all]) => Object.keys(all).map((name) => `${type}.${name}`));
    const moved = after
      .filter((to) => !before.includes(to))
      .map((to) => ({ from: before.find((each) => !after.includes(each) && idOf(each) === idOf(to)) ?? "", to }));
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
