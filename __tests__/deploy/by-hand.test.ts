import type { SettingsInput } from "../../simulator/settings";
import { expectActive, expectDestroyed } from "./support/assertions";
import { changed, MADE_ANEW, plain, reconnected, recreateAsTheCheckSays, REFUSED, started } from "./support/changes";

describe("one half is removed by hand", () => {
  const withoutAivensHalf = async (settings: SettingsInput) => {
    const deployment = await started(settings);
    const [connection] = deployment.world.aiven.peeringConnections.all;
    deployment.world.byHand.removeAivenPeering(connection);
    expect(deployment.halves).toEqual(["Disconnected"]);
    return deployment;
  };

  test.each<[string, SettingsInput]>([
    ["azurerm 4", {}],
    ["azurerm 5", { azurermMajor: 5 }],
  ])("Aiven's: off and on makes both anew (%s)", async (_, settings) => {
    const deployment = await withoutAivensHalf(settings);
    expect(await reconnected(deployment, (connected) => plain({ connected }))).toEqual(
      expect.arrayContaining(MADE_ANEW),
    );
    await expectDestroyed(deployment);
  });

  test("Aiven's: a plain apply is refused by Azure, and off and on still makes both anew", async () => {
    const deployment = await withoutAivensHalf({});
    expect((await deployment.apply()).text).toContain(REFUSED);
    await reconnected(deployment, (connected) => plain({ connected }));
    await expectDestroyed(deployment);
  });

  test("Aiven's, then Azure's too: a plain apply makes both anew", async () => {
    const deployment = await withoutAivensHalf({});
    deployment.world.byHand.removeAzurePeering(deployment.world.byHand.azurePeerings()[0]?.id);
    await changed(deployment, plain());
    await expectDestroyed(deployment);
  });

  test("Azure's: the check says what to do, and that makes both anew", async () => {
    const deployment = await started();
    const [half] = deployment.world.byHand.azurePeerings();
    deployment.world.byHand.removeAzurePeering(half?.id);
    await deployment.wait();
    await recreateAsTheCheckSays(deployment);
    await expectDestroyed(deployment);
  });
});

describe("a role assignment is removed by hand", () => {
  const without = async (role: string) => {
    const deployment = await started();
    const { definitions, assignments } = deployment.world.azure.rbac;
    const assignment = assignments.find(({ roleGuid }) =>
      definitions.some(({ guid, name }) => guid === roleGuid && name.includes(role)),
    );
    deployment.world.byHand.removeRoleAssignment(assignment?.id as string);
    return deployment;
  };

  test("Aiven's comes back, and nothing else changes", async () => {
    const deployment = await without("be peered by Aiven");
    expect(await changed(deployment, plain())).toEqual(["PUT role assignment"]);
    await expectDestroyed(deployment);
  });

  test.each([
    ["peer with Aiven", "access_application", /retrieving Virtual Network Peering .*AuthorizationFailed/],
    ["list resource providers", "resource-providers", /populating Resource Provider cache: .*AuthorizationFailed/],
  ])("the application's to %s: the plan fails until that one is applied by itself", async (role, name, message) => {
    const deployment = await without(role);
    const { code, text } = await deployment.plan();
    expect(code).toBe(1);
    expect(text).toMatch(message);
    const address = deployment.addresses().find((each) => each.includes(name) && each.includes("assignment"));
    expect(await deployment.apply(`-target=${address}`)).toMatchObject({ code: 0 });
    await deployment.wait();
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});
