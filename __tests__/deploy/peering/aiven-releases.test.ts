import { type AivenAzurePeeringProps, AzurePeeringProvider } from "cdktf-aiven-azure-peering";
import { testNeeding } from "../../../tools/needing";
import { expectActive, expectDestroyed } from "../support/assertions";
import { BOTH_SIDES, changed, plain, reconnected, recreateAsTheCheckSays, started } from "../support/changes";
import { Deployment } from "../support/deployment";
import { declared, deployPeering, expectFailure, expectSuccess } from "../support/failure";
import { described, madeByHand } from "../support/made-by-hand";

// What users go through with a peering, with the release of aiven whose connection is written with the plugin framework. The other tests run
// the same with the older one; `SIMULATED_AIVEN=framework` has them run with this one.
const FRAMEWORK = { aivenPlugin: "framework" } as const;

describe.each(Object.values(AzurePeeringProvider))("through %s,", (azurePeeringProvider) => {
  const through = (over: Partial<AivenAzurePeeringProps> = {}) => plain({ azurePeeringProvider, ...over });
  const start = (settings = {}) => started({ ...FRAMEWORK, ...settings }, through());

  test("a peering comes in one apply, has its timeouts changed, is disconnected and connected, and goes", async () => {
    const deployment = await start();
    expect(await changed(deployment, through({ timeouts: { connection: "40m" } }))).toEqual([]);
    expect(await reconnected(deployment, (connected) => through({ connected }))).toEqual(
      expect.arrayContaining(BOTH_SIDES),
    );
    await expectDestroyed(deployment);
  });

  test("a connection that was refused is replaced by the next apply", async () => {
    const approvalOutcome = { state: "INVALID_SPECIFICATION", stateInfo: { message: "no", type: "x" } };
    const deployment = await Deployment.start({ ...FRAMEWORK, aiven: { approvalOutcome } }, through());
    expectFailure(await deployment.apply(), "failed to refresh state", 'state_info: message="no", type="x"');
    expect(deployment.states).toEqual(["INVALID_SPECIFICATION"]);
    // and stays refused until its cause is gone
    expectFailure(await deployment.apply(), "failed to refresh state");
    deployment.world.settings.aiven.approvalOutcome = undefined;
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test("a connection that was refused goes by destroy, too", async () => {
    const approvalOutcome = { state: "REJECTED_BY_PEER", stateInfo: null };
    const deployment = await Deployment.start({ ...FRAMEWORK, aiven: { approvalOutcome } }, through());
    expectFailure(await deployment.apply(), "failed to refresh state");
    await expectDestroyed(deployment);
  });

  test("Azure's peering is deleted by hand: the check says what to do", async () => {
    const deployment = await start();
    const { byHand } = deployment.world;
    byHand.azurePeerings().forEach(({ id }) => byHand.removeAzurePeering(id));
    await deployment.wait();
    await recreateAsTheCheckSays(deployment);
    await expectDestroyed(deployment);
  });

  test("Aiven's connection is deleted by hand: disconnected and connected, both are there again", async () => {
    const deployment = await start();
    deployment.world.byHand.removeAivenPeering(deployment.world.aiven.peeringConnections.all[0]);
    await reconnected(deployment, (connected) => through({ connected }));
    await expectDestroyed(deployment);
  });

  test("the VPC is replaced once its network is disconnected, and not before", async () => {
    const deployment = await start();
    await deployment.change(through({ networkCidr: "10.0.4.0/24" }));
    expectFailure(await deployment.apply(), "is not allowed while networks are connected to the Aiven VPC");
    const calls = await reconnected(
      deployment,
      (connected) => through({ connected }),
      through({ networkCidr: "10.0.4.0/24" }),
    );
    expect(calls).toEqual(expect.arrayContaining(["DELETE VPC", "POST VPC", ...BOTH_SIDES]));
    await expectDestroyed(deployment);
  });

  test("the release is raised: nothing is to be done, and everything goes by the new one", async () => {
    const deployment = await started({ aivenPlugin: "sdk" }, through());
    deployment.world.settings.aivenPlugin = "framework";
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test("the release is lowered, as by a pin: nothing is to be done, and everything goes by the old one", async () => {
    const deployment = await start();
    deployment.world.settings.aivenPlugin = "sdk";
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});

testNeeding("import by expressions", "a peering that is imported")("a peering made by hand is imported", async () => {
  const { deployment, made } = await madeByHand(FRAMEWORK);
  await deployment.change((stack) => {
    described(stack(), made);
  });
  const { text } = await deployment.apply();
  expect(text).toMatch(/Resources: 2 imported, \d+ added, 0 changed, 0 destroyed\./);
  expect(await deployment.plan()).toMatchObject({ code: 0 });
  expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
});

test("a connection is lost from the state: the next apply takes it over, as Aiven's API creates nothing twice", async () => {
  const deployment = await deployPeering(FRAMEWORK);
  const connection = declared(deployment, "aiven_azure_vpc_peering_connection");
  expectSuccess(await deployment.apply(`-target=${connection}`));
  await deployment.terraform(["state", "rm", connection]);
  await expectActive(deployment);
  await expectDestroyed(deployment);
});
