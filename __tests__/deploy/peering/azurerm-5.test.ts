import { PeeringApplication, ResourceProviderAccess } from "cdktf-aiven-azure-peering";
import { expectDestroyed } from "../support/assertions";
import { changed, started, type Stacks } from "../support/changes";
import { addPeering } from "../support/peering";

describe("azurerm", () => {
  test("5 needs no right to list resource providers", async () => {
    const deployment = await started({ azurermMajor: 5 }, (stack) => {
      const only = stack();
      addPeering(only, {
        identity: new PeeringApplication(only, "identity", {
          resourceProviderAccess: ResourceProviderAccess.none(),
        }),
      });
    });
    expect(deployment.world.journal.matching(/\/subscriptions\/[^/]+\/providers$/)).toEqual([]);
    await expectDestroyed(deployment);
  });

  test("is upgraded from 4 to 5: nothing changes, and then the role can go", async () => {
    const granted = (resourceProviderAccess?: ResourceProviderAccess) => (stack: Stacks) => {
      const only = stack();
      addPeering(only, { identity: new PeeringApplication(only, "identity", { resourceProviderAccess }) });
    };
    const deployment = await started({}, granted());
    deployment.world.settings.azurermMajor = 5;
    expect(await changed(deployment, granted())).toEqual([]);
    expect(await changed(deployment, granted(ResourceProviderAccess.none()))).toEqual([
      "DELETE role assignment",
      "DELETE role definition",
    ]);
    await expectDestroyed(deployment);
  });
});
