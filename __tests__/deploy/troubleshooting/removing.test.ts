import { AivenServicePrincipalSource, type AzurePeeringProvider, PeeringApplication } from "cdktf-aiven-azure-peering";
import { arm } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { plain, started } from "../support/changes";
import { SUBSCRIPTION_ID } from "../support/deployment";
import { addressOf, applyAfterItsRoles, expectSuccess } from "../support/failure";
import { addNetwork, addPeering } from "../support/peering";
import { AZAPI, AZURERM, throughBoth, tryRows } from "./rows";

const other = (azurePeeringProvider: AzurePeeringProvider) => (azurePeeringProvider === AZAPI ? AZURERM : AZAPI);

tryRows("Removing", {
  "network replaced": async (prints) => {
    const deployment = await started();
    await deployment.change(plain({}, { name: "Hub-Renamed" }));
    prints(await deployment.apply());
    const half = addressOf(deployment, "azurerm_virtual_network_peering");
    expectSuccess(await deployment.terraform(["state", "rm", half]));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  },

  "service in the VPC": async (prints) => {
    const deployment = await started();
    const { vpcs, services } = deployment.world.aiven;
    const [vpc] = vpcs.all;
    const caller = { apiToken: "token" };
    const place = { cloudName: vpc.cloudName, projectVpcId: vpc.id };
    services.create(caller, "my-project", { name: "by-hand", type: "pg", plan: "startup-4", ...place });
    prints(await deployment.destroy());
    services.delete(caller, "my-project", "by-hand");
    await expectDestroyed(deployment);
  },

  locked: throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await started({}, plain({ azurePeeringProvider }));
    const network = arm.resourceId(SUBSCRIPTION_ID, "Hub-RG", "Microsoft.Network", "virtualNetworks", "Hub-VNet");
    deployment.world.byHand.lock(network, "CanNotDelete");
    prints(await deployment.destroy());
    expect(deployment.halves).toEqual(["ACTIVE", "Connected"]);
    deployment.world.byHand.unlock(network);
    await expectDestroyed(deployment);
  }),

  "disconnected with another identity": throughBoth((azurePeeringProvider) => async (prints) => {
    const by = (id: string, connected: boolean) => (stack: StackMaker) => {
      const only = stack();
      const aivenServicePrincipal = AivenServicePrincipalSource.EXISTING;
      addPeering(only, {
        azurePeeringProvider,
        connected,
        identity: new PeeringApplication(only, id, { aivenServicePrincipal }),
      });
    };
    const deployment = await started({ aivenPrincipalExists: true }, by("former", true));
    await deployment.change(by("other", false));
    const failed = await deployment.apply();
    expect(failed.code).toBe(1);
    prints(failed);
    await deployment.change(by("former", false));
    await applyAfterItsRoles(deployment);
    await expectActive(deployment, 0);
    await deployment.change(by("other", true));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  }),

  "provider gone": throughBoth((azurePeeringProvider) => async (prints) => {
    const withoutPeering = (stack: StackMaker) => void addNetwork(stack());
    const deployment = await started({}, plain({ azurePeeringProvider }));
    for (const build of [withoutPeering, plain({ azurePeeringProvider: other(azurePeeringProvider) })]) {
      await deployment.change(build);
      prints(await deployment.apply());
      expect(deployment.halves).toEqual(["ACTIVE", "Connected"]);
    }
    await deployment.change(plain({ azurePeeringProvider, connected: false }));
    await expectActive(deployment, 0);
    await deployment.change(plain({ azurePeeringProvider: other(azurePeeringProvider) }));
    await expectActive(deployment);
    await deployment.change(plain({ azurePeeringProvider: other(azurePeeringProvider), connected: false }));
    await expectActive(deployment, 0);
    await deployment.change(withoutPeering);
    await expectActive(deployment, 0);
    expect(deployment.world.added().map(({ name }) => name)).toEqual(["Hub-RG", "Hub-VNet"]);
    await expectDestroyed(deployment);
  }),
});
