import { AzurePeeringProvider } from "cdktf-aiven-azure-peering";
import { expectActive, expectDestroyed } from "../support/assertions";
import { declared, deployPeering, expectFailure, expectSuccess } from "../support/failure";
import { withOneRole } from "../support/peering";

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
