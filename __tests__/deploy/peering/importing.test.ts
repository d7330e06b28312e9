import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { TerraformStack } from "cdktf";
import { AzurePeeringProvider } from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { addPeering } from "../support/peering";

const GROUP_ID = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/other`;

/** A peering, and beside it a resource group that somebody has made by hand. */
const beside =
  (azurePeeringProvider: AzurePeeringProvider, more?: (stack: TerraformStack, group: ResourceGroup) => void) =>
  (stack: StackMaker): void => {
    const only = stack();
    addPeering(only, { azurePeeringProvider });
    const group = new ResourceGroup(only, "other", { name: "other", location: "westeurope" });
    more?.(only, group);
  };

const start = async (build: (stack: StackMaker) => void) => {
  const deployment = await Deployment.fresh({});
  deployment.world.byHand.createResourceGroup(GROUP_ID);
  await deployment.change(build);
  return deployment;
};

describe.each([AzurePeeringProvider.AZURERM, AzurePeeringProvider.AZAPI])(
  "something unrelated, through %s,",
  (azurePeeringProvider) => {
    const IMPORT = ["import", "azurerm_resource_group.other", GROUP_ID];

    test("is not imported by the command before the first apply, as the page says", async () => {
      const deployment = await start(beside(azurePeeringProvider));
      const { code, text } = await deployment.terraform(IMPORT);
      expect([code, text]).toEqual([1, expect.stringContaining("Error: Invalid provider configuration")]);
      expect(text).toMatch(
        /\.peering_subscription_peering-\S+ depends on values that cannot be determined until apply/,
      );
    });

    test("is imported by a block in the first apply", async () => {
      const deployment = await start(
        beside(azurePeeringProvider, (stack, group) => {
          const to = `${group.terraformResourceType}.${group.friendlyUniqueId}`;
          stack.addOverride("import", [{ to, id: GROUP_ID }]);
        }),
      );
      const { code, text } = await deployment.apply();
      expect([code, text]).toEqual([0, expect.stringMatching(/: 1 imported, \d+ added, 0 changed, 0 destroyed/)]);
      expect(await deployment.destroy()).toMatchObject({ code: 0 });
    });

    test("is imported by the command after the first apply", async () => {
      const deployment = await start((stack) => addPeering(stack(), { azurePeeringProvider }));
      expect(await deployment.apply()).toMatchObject({ code: 0 });
      await deployment.change(beside(azurePeeringProvider));
      expect(await deployment.terraform(IMPORT)).toMatchObject({ code: 0 });
    });
  },
);
