import { expectActive, expectDestroyed } from "../support/assertions";
import { plain, reconnected, recreateAsTheCheckSays, started } from "../support/changes";
import { deployPeering, expectSuccess } from "../support/failure";
import { AZAPI, throughBoth, tryRows } from "./rows";
import { removeAzurePeering } from "./situations";

tryRows("The two sides", {
  "not found yet": async (prints) => {
    const deployment = await deployPeering({});
    prints(await deployment.apply());
    await deployment.wait();
    expectSuccess(await deployment.apply("-refresh-only"));
    await expectActive(deployment);
  },

  "Azure's peering deleted": throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider }));
    removeAzurePeering(deployment);
    await deployment.wait();
    prints(await deployment.plan());
    await recreateAsTheCheckSays(deployment);
    await expectDestroyed(deployment);
  }),

  "Aiven refused later": throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider }));
    const [connection] = deployment.world.aiven.peeringConnections.all;
    Object.assign(connection as object, { state: "REJECTED_BY_PEER", stateInfo: null });
    prints(await deployment.plan());
    await reconnected(deployment, (connected) => plain({ azurePeeringProvider, connected }));
    await expectDestroyed(deployment);
  }),

  "one side left": {
    azurerm: async (prints) => {
      const halved = async () => {
        const deployment = await started();
        deployment.world.byHand.removeAivenPeering(deployment.world.aiven.peeringConnections.all[0]);
        prints(await deployment.apply());
        return deployment;
      };
      const one = await halved();
      await reconnected(one, (connected) => plain({ connected }));
      await expectDestroyed(one);

      const other = await halved();
      removeAzurePeering(other);
      await expectActive(other);
      await expectDestroyed(other);
    },
    azapi: async (prints) => {
      const deployment = await started({}, plain({ azurePeeringProvider: AZAPI }));
      const renamed = (connected: boolean) => plain({ azurePeeringProvider: AZAPI, peeringName: "renamed", connected });
      await deployment.change(renamed(true));
      prints(await deployment.apply());
      // Azure's peering is gone by now
      await deployment.change(renamed(false));
      await expectActive(deployment, 0);
      await deployment.change(renamed(true));
      await expectActive(deployment);
      await expectDestroyed(deployment);
    },
  },

  "not in sync": async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider: AZAPI }));
    const { byHand, aiven } = deployment.world;
    byHand.growVirtualNetwork(byHand.azurePeerings()[0]?.networkId, "10.9.0.0/16");
    prints(await deployment.plan());
    byHand.refreshAivenPeering(aiven.peeringConnections.all[0]);
    expectSuccess(await deployment.apply("-refresh-only"));
    expect((await deployment.plan()).text).not.toContain("Check block assertion failed");
  },
});
