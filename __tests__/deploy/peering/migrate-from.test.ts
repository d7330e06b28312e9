import { AzurePeeringProvider, ResourceProviderAccess } from "cdktf-aiven-azure-peering";
import { testNeeding } from "../../../tools/needing";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { changed, plain, reconnected } from "../support/changes";
import type { Deployment } from "../support/deployment";
import { expectFailure } from "../support/failure";
import { peerNetwork, applicationOfEarlierStack } from "../support/peering";
import { applicationOf, callersOfPeering, PIPELINES, startUnder, throughAzapi } from "../support/identities";

const { AZURERM, AZAPI } = AzurePeeringProvider;
const TO_AZAPI = { azurePeeringProvider: AZAPI, migrateFrom: AZURERM };
const movingTest = testNeeding("moves to another type", "the move of Azure's peering from azurerm to azapi, and back");
const LISTING = "resource-providers";

/** The identity in an earlier stack, as azurerm needs it in a pipeline. */
const twoStacks =
  (over = {}, resourceProviderAccess = ResourceProviderAccess.create()) =>
  (stack: StackMaker) => {
    const identity = applicationOfEarlierStack(stack("identity"), { resourceProviderAccess });
    peerNetwork(stack("peering"), { identity, ...over });
  };

const rightsToList = (deployment: Deployment): string[] =>
  deployment.stacks.flatMap((stack) => deployment.addresses(stack)).filter((address) => address.includes(LISTING));

/** Azure's peering is the one that was there: no other was created. */
async function movedInPlace(deployment: Deployment, build: (stack: StackMaker) => void): Promise<string[]> {
  const before = deployment.world.byHand.azurePeerings();
  const calls = await changed(deployment, build);
  expect(deployment.world.byHand.azurePeerings()).toEqual(before);
  expect(deployment.addresses().join(" ")).toMatch(/azapi_resource\.peering_virtual-network_azure-peering/);
  expect(deployment.addresses().join(" ")).not.toContain("azurerm_virtual_network_peering");
  return calls;
}

describe.each(["azure-cli", "managed-identity"] as const)("one stack under %s", (signIn) => {
  movingTest("moves in place by one PUT, and the right to list resource providers goes in the same apply", async () => {
    const deployment = await startUnder(signIn, plain());
    await expectActive(deployment);
    expect(rightsToList(deployment)).toHaveLength(2);
    const calls = await movedInPlace(deployment, plain(TO_AZAPI));
    expect(calls.filter((call) => call.includes("Azure peering") || call.includes("connection"))).toEqual([
      "PUT Azure peering",
    ]);
    expect(calls.sort()).toEqual(["DELETE role assignment", "DELETE role definition", "PUT Azure peering"]);
    expect(rightsToList(deployment)).toEqual([]);
    expect(callersOfPeering(deployment)).toEqual([applicationOf(deployment)]);

    // once it has been applied, the option may go, or stay
    expect(await changed(deployment, throughAzapi())).toEqual([]);
    await expectDestroyed(deployment);
  });
});

describe.each(PIPELINES)("the identity in an earlier stack, under %s", (signIn) => {
  movingTest("moves in place by one PUT; then the right to list resource providers can go", async () => {
    const deployment = await startUnder(signIn, twoStacks());
    await expectActive(deployment);
    expect(await movedInPlace(deployment, twoStacks(TO_AZAPI))).toEqual(["PUT Azure peering"]);
    expect(rightsToList(deployment)).toHaveLength(2);

    const removed = await changed(deployment, twoStacks(TO_AZAPI, ResourceProviderAccess.none()));
    expect(removed.sort()).toEqual(["DELETE role assignment", "DELETE role definition"]);
    expect(rightsToList(deployment)).toEqual([]);
    expect(callersOfPeering(deployment)).toEqual([applicationOf(deployment)]);
    await expectDestroyed(deployment);
  });
});

movingTest("one stack that was applied under the Azure CLI moves in a pipeline", async () => {
  const pipeline = { clientId: "77777777-7777-4777-8777-777777777777", secret: "the pipeline's secret" };
  const existingApplication = { ...pipeline, displayName: "pipeline", multiTenant: false, grants: ["*"] };
  const deployment = await startUnder("azure-cli", plain(), { existingApplication });
  await expectActive(deployment);
  signInAs(deployment, pipeline);
  const calls = await movedInPlace(deployment, plain(TO_AZAPI));
  expect(calls.filter((call) => call.includes("Azure peering"))).toEqual(["PUT Azure peering"]);
  expect(callersOfPeering(deployment)).toEqual([applicationOf(deployment)]);
  await expectDestroyed(deployment);
});

/** Terraform is signed in as an application from here on. */
function signInAs({ world }: Deployment, { clientId, secret }: { clientId: string; secret: string }): void {
  const { tenantId } = world.settings.customer;
  const principal = world.entra.directory.servicePrincipal(tenantId, clientId);
  world.byHand.grantApplicationPermission(principal?.objectId ?? "", "Application.ReadWrite.All");
  Object.assign(world.settings.environment, {
    ARM_CLIENT_ID: clientId,
    ARM_CLIENT_SECRET: secret,
    ARM_TENANT_ID: tenantId,
    ARM_USE_CLI: "false",
  });
}

test("back to azurerm goes by disconnecting and connecting, as azurerm takes nothing over", async () => {
  const deployment = await startUnder("azure-cli", throughAzapi());
  await expectActive(deployment);
  const back = (connected: boolean) => (connected ? plain() : throughAzapi({ connected }));
  await reconnected(deployment, back);
  expect(deployment.addresses().join(" ")).not.toContain("azapi_resource");
  await expectDestroyed(deployment);
});

movingTest("azurerm refuses a moved block that would have it take Azure's peering over", async () => {
  const deployment = await startUnder("azure-cli", throughAzapi());
  await expectActive(deployment);
  await deployment.change((stack) => {
    const only = stack();
    const peering = peerNetwork(only);
    const { friendlyUniqueId: name = "" } = peering.virtualNetwork.azurePeering ?? {};
    only.addOverride("moved", [{ from: `azapi_resource.${name}`, to: `azurerm_virtual_network_peering.${name}` }]);
  });
  // OpenTofu configures the provider first, which then signs in as an application that may not list
  expectFailure(await deployment.plan(), /Move Resource State Not Supported|listing Resource Providers/);
});
