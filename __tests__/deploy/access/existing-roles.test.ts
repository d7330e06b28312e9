import { DataAzurermRoleDefinition } from "@cdktf/provider-azurerm/lib/data-azurerm-role-definition";
import type { TerraformStack } from "cdktf";
import {
  AivenAzurePeering,
  type AivenAzurePeeringProps,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringApplication,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { addNetwork, peerNetwork, NETWORK_CONTRIBUTOR, SECOND_SUBSCRIPTION, withOneRole } from "../support/peering";
import { declared, deployPeering, expectFailure, expectSuccess } from "../support/failure";

/** Azure's own role "Reader". */
const READER = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";

test.each<[string, (stack: TerraformStack) => string]>([
  ["at the root", () => NETWORK_CONTRIBUTOR],
  ["in this subscription", () => `/subscriptions/${SUBSCRIPTION_ID}${NETWORK_CONTRIBUTOR}`],
  ["in another subscription", () => `/subscriptions/${SECOND_SUBSCRIPTION}${NETWORK_CONTRIBUTOR}`],
  ["from a data source", (stack) => new DataAzurermRoleDefinition(stack, "role", { name: "Network Contributor" }).id],
])("the id of a role %s: one apply, and nothing to do after it", async (_, idIn) => {
  const deployment = await Deployment.start({}, (stack) => {
    const only = stack();
    const identity = new PeeringApplication(only, "identity", {
      resourceProviderAccess: ResourceProviderAccess.withRole(READER),
    });
    peerNetwork(only, { identity, access: withOneRole(idIn(only)) });
  });
  await expectActive(deployment);
  expect(deployment.addresses().filter((address) => address.startsWith("azurerm_role_definition."))).toEqual([]);
  await expectDestroyed(deployment);
});

describe("two VPCs of one network, by one application", () => {
  type Which = Partial<Record<"first" | "second", Partial<AivenAzurePeeringProps>>>;
  const ranges = { first: "10.0.0.0/24", second: "10.0.1.0/24" };
  const build = (which: Which) => (stack: StackMaker) => {
    const only = stack();
    const virtualNetwork = AzureVirtualNetwork.fromResource(addNetwork(only));
    const identity = new PeeringApplication(only, "identity");
    for (const [id, over] of Object.entries(which) as ["first" | "second", Partial<AivenAzurePeeringProps>][]) {
      const networkCidr = ranges[id];
      new AivenAzurePeering(only, id, {
        project: "my-project",
        networkCidr,
        virtualNetwork,
        identity,
        access: withOneRole(),
        ...over,
      });
    }
  };

  test.each(["first", "second"] as const)("share the assignments, and the %s one is taken away", async (goes) => {
    const stays = goes === "first" ? "second" : "first";
    const deployment = await Deployment.start({}, build({ first: {}, second: {} }));
    await expectActive(deployment, 2);
    const assigned = deployment.addresses().filter((address) => address.includes("aiven-azure-peering-role"));
    expect(assigned).toHaveLength(2);
    await deployment.change(build({ [stays]: {}, [goes]: { connected: false } }));
    await expectActive(deployment, 1);
    await deployment.change(build({ [stays]: {} }));
    await expectActive(deployment, 1);
    expect(deployment.addresses()).toEqual(expect.arrayContaining(assigned));
    await expectDestroyed(deployment);
  });

  test("come one after the other", async () => {
    const deployment = await Deployment.start({}, build({ first: {} }));
    await expectActive(deployment, 1);
    await deployment.change(build({ first: {}, second: {} }));
    await expectActive(deployment, 2);
    await expectDestroyed(deployment);
  });
});

/** With Azure's own roles, so that nothing but an assignment reads a role. */
const start = () => deployPeering({}, { azurePeeringProvider: AzurePeeringProvider.AZAPI, access: withOneRole() });
const refused = { status: 403, code: "AuthorizationFailed", message: "the cloud said no" };
const ASSIGNMENT = /^azurerm_role_assignment\./;

test("an assignment whose first read fails stays in the state, and the next apply heals it", async () => {
  const deployment = await start();
  deployment.world.faults.inject({ ...refused, match: { cloud: "arm", method: "GET", path: /roleDefinitions\// } });
  expectFailure(await deployment.apply(), "the cloud said no");
  expect(deployment.addresses().filter((address) => ASSIGNMENT.test(address))).toHaveLength(2);
  await expectActive(deployment);
  await expectDestroyed(deployment);
});

describe("an assignment that exists, and that the state knows nothing of, ends in RoleAssignmentExists:", () => {
  const stuck = async () => {
    const deployment = await start();
    const address = declared(deployment, "aiven-azure-peering-role-ed46b83e");
    expectSuccess(await deployment.apply(`-target=${address}`));
    const id = (await deployment.resource(address))?.values.id as string;
    expectSuccess(await deployment.terraform(["state", "rm", address]));
    expectFailure(await deployment.apply(), "RoleAssignmentExists");
    return { deployment, address, id };
  };

  test("it is removed by hand, and apply creates it again", async () => {
    const { deployment, id } = await stuck();
    deployment.world.byHand.removeRoleAssignment(id);
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test("it is imported, and nothing is left to do", async () => {
    const { deployment, address, id } = await stuck();
    expectSuccess(await deployment.terraform(["import", address, id]));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});
