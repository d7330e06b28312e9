import {
  AzureHalfProvider,
  type ClientSecretOptions,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { expectActive, expectDestroyed } from "../support/assertions";
import { addressOf, expectFailure, expectSuccess } from "../support/failure";
import { changed, recreateAsTheCheckSays, reconnected, type Stacks } from "../support/changes";
import type { Deployment } from "../support/deployment";
import { addPeering } from "../support/peering";
import { applicationOf, askedForHalf, startUnder, throughAzapi } from "./support";

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

test("the application was deleted by hand: nobody stands in; without Azure's half, apply makes all again", async () => {
  const deployment = await started();
  const application = applicationOf(deployment);
  deployment.world.byHand.deleteApplication(application.slice("app ".length));
  expectFailure(await deployment.apply(), "AADSTS700016");
  expect(askedForHalf(deployment)).toEqual([application]);

  const [half] = deployment.world.byHand.azurePeerings();
  deployment.world.byHand.removeAzurePeering(half?.id);
  const address = addressOf(deployment, "azapi_resource");
  expect(await deployment.terraform(["state", "rm", address])).toMatchObject({ code: 0 });
  await expectActive(deployment);
  expect(askedForHalf(deployment)).toEqual([application, applicationOf(deployment)]);
  await expectDestroyed(deployment);
});

describe("the client secret", () => {
  const app = (secrets: ClientSecretOptions) => (stack: Stacks) => {
    const only = stack();
    const identity = new PeeringApplication(only, "application", {
      credential: PeeringCredential.clientSecret(secrets),
      grantResourceProviderRead: false,
    });
    addPeering(only, { azureHalf: AzureHalfProvider.AZAPI, identity });
  };

  test("is replaced in place: the plan stops, as nobody; without a refresh it goes in one apply", async () => {
    const deployment = await started(false, app({ primaryEndDate: "2099-01-01T00:00:00Z" }));
    const asked = askedForHalf(deployment);
    await deployment.change(app({ primaryEndDate: "2099-02-01T00:00:00Z" }));
    expectFailure(await deployment.apply(), "AADSTS700027");
    expect(askedForHalf(deployment)).toEqual(asked);

    expect(await deployment.apply("-refresh=false")).toMatchObject({ code: 0 });
    await expectActive(deployment);
    await expectDestroyed(deployment);
    expect(askedForHalf(deployment)).toEqual(asked);
  });

  test("was removed by hand: apply makes another one without a refresh of Azure's half", async () => {
    const deployment = await started();
    const asked = askedForHalf(deployment);
    const application = deployment.world.entra.directory.application(asked[0]?.slice("app ".length));
    if (application) application.passwords = [];
    expectFailure(await deployment.apply(), "AADSTS700027");
    expect(askedForHalf(deployment)).toEqual(asked);

    const secret = addressOf(deployment, "azuread_application_password");
    expectSuccess(await deployment.terraform(["state", "rm", secret]));
    expectSuccess(await deployment.apply("-refresh=false"));
    // Entra takes a while to know a new secret
    await deployment.wait();
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});

describe.each(WORLDS)("Aiven's tenant %s", (_, keepsPrincipals) => {
  test("Aiven's half was deleted by hand: off and on makes both again", async () => {
    const deployment = await started(keepsPrincipals);
    const [connection] = deployment.world.aiven.peeringConnections.all;
    deployment.world.byHand.removeAivenPeering(connection);
    await reconnected(deployment, (connected) => throughAzapi({ connected }));
    await expectOursDestroyed(deployment);
  });

  test("Azure's half was deleted by hand: the check says what to do, and that makes both again", async () => {
    const deployment = await started(keepsPrincipals);
    const [half] = deployment.world.byHand.azurePeerings();
    deployment.world.byHand.removeAzurePeering(half?.id);
    await deployment.wait();
    await recreateAsTheCheckSays(deployment);
    await expectOursDestroyed(deployment);
  });

  test("the connection is replaced: Azure's half goes before Aiven's, and both come again", async () => {
    const deployment = await started(keepsPrincipals);
    const moment = deployment.world.clock.now();
    await applyOnceMoreIfRefused(deployment, `-replace=${addressOf(deployment, "peering_connection")}`);
    const calls = deployment
      .callsSince(moment)
      .filter((call) => /virtualNetworkPeerings|peering-connections/.test(call));
    const deleted = calls.filter((call) => call.startsWith("DELETE") && !call.includes("aiven-vpcs"));
    expect(deleted.map((call) => (call.includes("virtualNetworkPeerings") ? "Azure's half" : "Aiven's half"))).toEqual([
      "Azure's half",
      "Aiven's half",
    ]);
    await expectOursDestroyed(deployment);
  });

  test("the VPC is replaced by another range: both halves come again", async () => {
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

test("a range that grows is seen in the plan, and gone once Aiven has refreshed its half", async () => {
  const deployment = await started();
  const [half] = deployment.world.byHand.azurePeerings();
  deployment.world.byHand.growVirtualNetwork(half?.networkId, "10.9.0.0/16");
  const { text } = await deployment.plan();
  expect(text).toContain("Azure's half of the peering with virtual network Hub-VNet is Connected and");
  expect(text).toContain("not Connected and FullyInSync");
  const [connection] = deployment.world.aiven.peeringConnections.all;
  deployment.world.byHand.refreshAivenPeering(connection);
  expect((await deployment.plan()).text).not.toContain("FullyInSync");
});

test("an option of Azure's half is changed in place", async () => {
  const deployment = await started();
  expect(await changed(deployment, throughAzapi({ allowForwardedTraffic: true }))).toEqual(["PUT Azure half"]);
  await expectDestroyed(deployment);
});
