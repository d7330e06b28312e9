import { AzurePeeringProvider, PeeringApplication } from "cdktf-aiven-azure-peering";
import { temporaryFolder } from "../../../tools/folder";
import { cdktfApp, type StackMaker } from "../../../tools/terraform/source";
import { AIVEN_PLUGIN } from "../../../tools/terraform/cloud-deployment";
import { declaredIn } from "../../../tools/terraform/written";
import { addProviders } from "../../support/synth";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { expectFailure, expectSuccess } from "../support/failure";
import { callersOfPeering } from "../support/identities";
import { peerNetwork } from "../support/peering";

// An apply can stop anywhere: a timeout, a quota, a closed laptop. Here it stops after each single resource, and then goes on, or back.

const { AZURERM, AZAPI } = AzurePeeringProvider;

/** One stack with everything in it. Through azapi as a service principal, as which azurerm could not sign in there. */
const peered = (azurePeeringProvider: AzurePeeringProvider) => (stack: StackMaker) => {
  peerNetwork(stack(), { azurePeeringProvider });
};
const start = (azurePeeringProvider: AzurePeeringProvider, settings: Parameters<typeof Deployment.start>[0] = {}) =>
  Deployment.start(
    { signIn: azurePeeringProvider === AZAPI ? "client-secret" : "azure-cli", ...settings },
    peered(azurePeeringProvider),
  );

/** Every resource of that stack. */
const resourcesThrough = (azurePeeringProvider: AzurePeeringProvider): string[] => {
  const prepare = cdktfApp(peered(azurePeeringProvider), (stack) => addProviders(stack, SUBSCRIPTION_ID));
  return [...prepare(temporaryFolder("recovery")).values()].flatMap(declaredIn).sort();
};
const RESOURCES = { [AZURERM]: resourcesThrough(AZURERM), [AZAPI]: resourcesThrough(AZAPI) };

test("through azapi there are two resources fewer: the right to list resource providers, and its role", () => {
  const [azurerm, azapi] = [RESOURCES[AZURERM], RESOURCES[AZAPI]];
  const missing = azurerm.filter((address) => !azapi.includes(address));
  expect(missing).toHaveLength(3);
  expect(missing.filter((address) => address.includes("resource-providers"))).toHaveLength(2);
  expect(azapi.length).toBeGreaterThanOrEqual(15);
});

describe.each([AZURERM, AZAPI])("through %s", (azurePeeringProvider) => {
  test("these are all the resources", async () => {
    const deployment = await start(azurePeeringProvider);
    await expectActive(deployment);
    expect(deployment.addresses().sort()).toEqual(RESOURCES[azurePeeringProvider]);
  });

  describe.each(RESOURCES[azurePeeringProvider])("stopped after %s", (address) => {
    const stopped = async () => {
      const deployment = await start(azurePeeringProvider);
      expectSuccess(await deployment.apply(`-target=${address}`));
      expect(deployment.addresses()).toContain(address);
      return deployment;
    };

    test("the next apply reaches an active peering, and destroy leaves nothing behind", async () => {
      const deployment = await stopped();
      await expectActive(deployment);
      await expectDestroyed(deployment);
      if (azurePeeringProvider === AZAPI) expect(callersOfPeering(deployment)).toHaveLength(1);
    });

    test("destroy leaves nothing behind", async () => {
      await expectDestroyed(await stopped());
    });
  });

  const SAYS = { status: 400, code: "Injected", message: "the cloud said no" };

  test.each([
    ["Entra", { cloud: "graph", method: "POST", path: /addPassword/ }],
    ["Azure's roles", { cloud: "arm", method: "PUT", path: /roleAssignments/ }],
    ["Aiven's VPC", { cloud: "aiven", method: "POST", path: /\/vpcs$/ }],
    ["Aiven's connection", { cloud: "aiven", method: "POST", path: /peering-connections/ }],
    ["Azure's peering", { cloud: "arm", method: "PUT", path: /virtualNetworkPeerings/ }],
  ] as const)("%s fails once: so does the apply, and the next one reaches an active peering", async (_, match) => {
    const deployment = await start(azurePeeringProvider);
    deployment.world.faults.inject({ match, ...SAYS });
    expectFailure(await deployment.apply(), SAYS.message);
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test.each([
    ["Azure's peering", { cloud: "arm", method: "DELETE", path: /virtualNetworkPeerings/ }],
    ["Aiven's connection", { cloud: "aiven", method: "DELETE", path: /peering-connections/ }],
    ["the application", { cloud: "graph", method: "DELETE", path: /applications/ }],
  ] as const)("%s cannot be removed at first: the next destroy leaves nothing behind", async (_, match) => {
    const deployment = await start(azurePeeringProvider);
    await expectActive(deployment);
    deployment.world.faults.inject({ match, ...SAYS });
    expectFailure(await deployment.destroy(), SAYS.message);
    await expectDestroyed(deployment);
  });

  test.each(["ERROR", "APPROVED_PEER_REQUESTED"])(
    "Aiven ends in %s and Terraform forgets the connection, or keeps it: the next apply reaches an active peering",
    async (state) => {
      const deployment = await start(azurePeeringProvider, { aiven: { approvalOutcome: { state, stateInfo: null } } });
      expect(await deployment.apply()).toMatchObject({ code: 1 });
      const kept = deployment.addresses().filter((each) => each.includes("peering_connection"));
      expect(kept).toHaveLength(AIVEN_PLUGIN === "sdk" ? 0 : 1);
      deployment.world.settings.aiven.approvalOutcome = undefined;
      await expectActive(deployment);
      await expectDestroyed(deployment);
    },
  );
});

test("the identity's stack is applied and the peering's is not: destroy leaves nothing behind", async () => {
  const deployment = await Deployment.start({ signIn: "client-secret" }, (stack) => {
    peerNetwork(stack("peering"), { identity: new PeeringApplication(stack("identity"), "application") });
  });
  expectSuccess(await deployment.only("identity").apply());
  await expectDestroyed(deployment);
});
