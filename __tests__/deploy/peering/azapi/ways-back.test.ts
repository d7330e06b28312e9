import { expectActive, expectDestroyed } from "../../support/assertions";
import { addressOf, expectFailure } from "../../support/failure";
import { changed, recreateAsTheCheckSays, reconnected } from "../../support/changes";
import type { Deployment } from "../../support/deployment";
import { startUnder, throughAzapi } from "./support";

/** Nobody has said whether Aiven's tenant keeps the application's principal when a connection goes: a way back must work in both. */
const WORLDS = [
  ["keeps the application's principal", true],
  ["lets the application's principal go", false],
] as const;

/** What Aiven keeps in its own tenant is not the customer's to remove. */
async function expectOursDestroyed(deployment: Deployment): Promise<void> {
  expect(await deployment.destroy()).toMatchObject({ code: 0 });
  const ours = ({ place }: { place: string }) => !place.endsWith(" Aiven");
  expect([...deployment.world.added().filter(ours), ...deployment.world.removed()]).toEqual([]);
}

const started = async (keepsPrincipals = false, build = throughAzapi()): Promise<Deployment> => {
  const deployment = await startUnder("client-secret", build, { aiven: { keepsPrincipals } });
  await expectActive(deployment);
  return deployment;
};

/** What the remedy says: once more, should the first end in LinkedAuthorizationFailed. */
async function applyOnceMoreIfRefused(deployment: Deployment, ...args: string[]): Promise<void> {
  const first = await deployment.apply(...args);
  if (first.code !== 0) expectFailure(first, "LinkedAuthorizationFailed");
  await expectActive(deployment);
}

// Where it lets the principal go, the rows of docs/troubleshooting.md are tried.
describe("Aiven's tenant keeps the application's principal", () => {
  test("Aiven's connection was deleted by hand: off and on makes both again", async () => {
    const deployment = await started(true);
    const [connection] = deployment.world.aiven.peeringConnections.all;
    deployment.world.byHand.removeAivenPeering(connection);
    await reconnected(deployment, (connected) => throughAzapi({ connected }));
    await expectOursDestroyed(deployment);
  });

  test("Azure's peering was deleted by hand: the check says what to do, and that makes both again", async () => {
    const deployment = await started(true);
    const [half] = deployment.world.byHand.azurePeerings();
    deployment.world.byHand.removeAzurePeering(half?.id);
    await deployment.wait();
    await recreateAsTheCheckSays(deployment);
    await expectOursDestroyed(deployment);
  });
});

describe.each(WORLDS)("Aiven's tenant %s", (_, keepsPrincipals) => {
  test("the connection is replaced: Azure's peering goes before Aiven's, and both come again", async () => {
    const deployment = await started(keepsPrincipals);
    const moment = deployment.world.clock.now();
    await applyOnceMoreIfRefused(deployment, `-replace=${addressOf(deployment, "peering_connection")}`);
    const calls = deployment
      .callsSince(moment)
      .filter((call) => /virtualNetworkPeerings|peering-connections/.test(call));
    const deleted = calls.filter((call) => call.startsWith("DELETE") && !call.includes("aiven-vpcs"));
    expect(
      deleted.map((call) => (call.includes("virtualNetworkPeerings") ? "Azure's peering" : "Aiven's connection")),
    ).toEqual(["Azure's peering", "Aiven's connection"]);
    await expectOursDestroyed(deployment);
  });

  test("the VPC is replaced by another range: both sides come again", async () => {
    const deployment = await started(keepsPrincipals);
    await deployment.change(throughAzapi({ networkCidr: "10.7.0.0/24" }));
    await applyOnceMoreIfRefused(deployment);
    await expectOursDestroyed(deployment);
  });

  test("off and on with another name of the peering", async () => {
    const deployment = await started(keepsPrincipals);
    await reconnected(
      deployment,
      (connected) => throughAzapi({ connected }),
      throughAzapi({ peeringName: "to-aiven" }),
    );
    await expectOursDestroyed(deployment);
  });
});

test("an option of Azure's peering is changed in place", async () => {
  const deployment = await started();
  expect(await changed(deployment, throughAzapi({ allowForwardedTraffic: true }))).toEqual(["PUT Azure half"]);
  await expectDestroyed(deployment);
});
