import { expectDestroyed } from "../support/assertions";
import { changed, MADE_ANEW, plain, reconnected, started } from "../support/changes";

test("Aiven's connection is removed by hand: off and on creates both again under azurerm 5 too", async () => {
  const deployment = await started({ azurermMajor: 5 });
  deployment.world.byHand.removeAivenPeering(deployment.world.aiven.peeringConnections.all[0]);
  expect(deployment.halves).toEqual(["Disconnected"]);
  expect(await reconnected(deployment, (connected) => plain({ connected }))).toEqual(expect.arrayContaining(MADE_ANEW));
  await expectDestroyed(deployment);
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
});
