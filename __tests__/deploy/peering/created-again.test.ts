import { expectActive, expectDestroyed } from "../support/assertions";
import { addressOf, expectFailure } from "../support/failure";
import { changed, BOTH_SIDES, plain, reconnected, recreateAsTheCheckSays, started } from "../support/changes";
import type { Deployment } from "../support/deployment";
import { startUnder, throughAzapi } from "../support/identities";

/** Nobody has said whether Aiven's tenant keeps the application's principal when a connection goes: a way back must work in both. */
const WORLDS = [
  ["keeps the application's principal", true],
  ["lets the application's principal go", false],
] as const;

/** What Aiven keeps in its own tenant is not the customer's to remove. */
async function expectCustomersDestroyed(deployment: Deployment): Promise<void> {
  expect(await deployment.destroy()).toMatchObject({ code: 0 });
  const ours = ({ place }: { place: string }) => !place.endsWith(" Aiven");
  expect([...deployment.world.added().filter(ours), ...deployment.world.removed()]).toEqual([]);
}

const startedThroughAzapi = async (keepsPrincipals: boolean): Promise<Deployment> => {
  const deployment = await startUnder("client-secret", throughAzapi(), { aiven: { keepsPrincipals } });
  await expectActive(deployment);
  return deployment;
};

/** What the remedy says: once more, should the first end in LinkedAuthorizationFailed. */
async function applyOnceMoreIfRefused(deployment: Deployment, ...args: string[]): Promise<void> {
  const first = await deployment.apply(...args);
  if (first.code !== 0) expectFailure(first, "LinkedAuthorizationFailed");
  await expectActive(deployment);
}

// Where it lets the principal go, the rows of docs/when-it-fails.md are tried.
describe("through azapi, where Aiven's tenant keeps the application's principal", () => {
  test("Aiven's connection was deleted by hand: disconnecting and connecting creates both again", async () => {
    const deployment = await startedThroughAzapi(true);
    const [connection] = deployment.world.aiven.peeringConnections.all;
    deployment.world.byHand.removeAivenPeering(connection);
    await reconnected(deployment, (connected) => throughAzapi({ connected }));
    await expectCustomersDestroyed(deployment);
  });

  test("Azure's peering was deleted by hand: the check says what to do, and that creates both again", async () => {
    const deployment = await startedThroughAzapi(true);
    const [peering] = deployment.world.byHand.azurePeerings();
    deployment.world.byHand.removeAzurePeering(peering?.id);
    await deployment.wait();
    await recreateAsTheCheckSays(deployment);
    await expectCustomersDestroyed(deployment);
  });
});

describe.each(WORLDS)("through azapi, where Aiven's tenant %s", (_, keepsPrincipals) => {
  test("the connection is replaced: Azure's peering goes before Aiven's, and both come again", async () => {
    const deployment = await startedThroughAzapi(keepsPrincipals);
    const moment = deployment.world.clock.now();
    await applyOnceMoreIfRefused(deployment, `-replace=${addressOf(deployment, "peering_connection")}`);
    const calls = deployment
      .callsSince(moment)
      .filter((call) => /virtualNetworkPeerings|peering-connections/.test(call));
    const deleted = calls.filter((call) => call.startsWith("DELETE") && !call.includes("aiven-vpcs"));
    expect(
      deleted.map((call) => (call.includes("virtualNetworkPeerings") ? "Azure's peering" : "Aiven's connection")),
    ).toEqual(["Azure's peering", "Aiven's connection"]);
    await expectCustomersDestroyed(deployment);
  });

  test("it is disconnected, and connected again with another name of the peering", async () => {
    const deployment = await startedThroughAzapi(keepsPrincipals);
    await reconnected(
      deployment,
      (connected) => throughAzapi({ connected }),
      throughAzapi({ peeringName: "to-aiven" }),
    );
    await expectCustomersDestroyed(deployment);
  });
});

test("through azurerm 5, Aiven's connection was deleted by hand: disconnecting and connecting creates both again", async () => {
  const deployment = await started({ azurermMajor: 5 });
  deployment.world.byHand.removeAivenPeering(deployment.world.aiven.peeringConnections.all[0]);
  expect(deployment.states).toEqual(["Disconnected"]);
  expect(await reconnected(deployment, (connected) => plain({ connected }))).toEqual(
    expect.arrayContaining(BOTH_SIDES),
  );
  await expectDestroyed(deployment);
});

describe("through azurerm, a role assignment was removed by hand", () => {
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
