import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { addPeering, applicationOfEarlierStack } from "../support/peering";

/**
 * An apply can stop anywhere: a timeout, a quota, a closed laptop. Here it stops after each single resource, and then goes on, or back.
 */
const oneStack = () =>
  Deployment.start({}, (stack) => {
    addPeering(stack());
  });

const ADDRESSES = [
  "azuread_application.peering_identity_application_31848637",
  "azuread_application_password.peering_identity_client-secret_primary_861E61AD",
  "azuread_service_principal.aiven-azure-peering-aiven-service-principal",
  "azuread_service_principal.peering_identity_service-principal_06201A39",
  "azurerm_resource_group.Hub-group",
  "azurerm_role_assignment.peering_identity_resource-providers-64015906_assignment_436D6953",
  "azurerm_role_assignment.peering_virtual-network_access_aiven_DD955D29",
  "azurerm_role_assignment.peering_virtual-network_access_application_A76C0D26",
  "azurerm_role_definition.peering_identity_resource-providers-64015906_role_3BC9516A",
  "azurerm_role_definition.peering_subscription_roles_aiven_14164633",
  "azurerm_role_definition.peering_subscription_roles_application_3267DBD0",
  "azurerm_virtual_network.Hub",
  "time_sleep.peering_virtual-network_access_propagation_0F0EBF48",
  "aiven_project_vpc.peering_vpc_E96C1942",
  "aiven_azure_vpc_peering_connection.peering_virtual-network_connection_45B80586",
  "time_sleep.peering_virtual-network_service-principal-propagation_8E12B12C",
  "azurerm_virtual_network_peering.peering_virtual-network_azure-peering_4380A92A",
];

test("these are all the resources", async () => {
  const deployment = await oneStack();
  await expectActive(deployment);
  expect(deployment.addresses().sort()).toEqual([...ADDRESSES].sort());
});

describe.each(ADDRESSES)("stopped after %s", (address) => {
  test("the next apply reaches an active peering", async () => {
    const deployment = await oneStack();
    expect(await deployment.apply(`-target=${address}`)).toMatchObject({ code: 0 });
    await expectActive(deployment);
  });

  test("destroy leaves nothing behind", async () => {
    const deployment = await oneStack();
    expect(await deployment.apply(`-target=${address}`)).toMatchObject({ code: 0 });
    expect(deployment.addresses()).toContain(address);
    await expectDestroyed(deployment);
  });
});

describe("a cloud that fails once", () => {
  test.each([
    ["Entra", { cloud: "graph", method: "POST", path: /addPassword/ }],
    ["Azure's roles", { cloud: "arm", method: "PUT", path: /roleAssignments/ }],
    ["Aiven's VPC", { cloud: "aiven", method: "POST", path: /\/vpcs$/ }],
    ["Aiven's connection", { cloud: "aiven", method: "POST", path: /peering-connections/ }],
    ["Azure's peering", { cloud: "arm", method: "PUT", path: /virtualNetworkPeerings/ }],
  ] as const)("%s: apply fails, the next one reaches an active peering", async (_, match) => {
    const deployment = await oneStack();
    const fault = { match, status: 400, code: "Injected", message: "the cloud said no" };
    deployment.world.faults.inject(fault);
    const { code, text } = await deployment.apply();
    expect(code).toBe(1);
    expect(text).toContain("the cloud said no");
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test.each([
    ["Azure's peering", { cloud: "arm", method: "DELETE", path: /virtualNetworkPeerings/ }],
    ["Aiven's connection", { cloud: "aiven", method: "DELETE", path: /peering-connections/ }],
    ["the application", { cloud: "graph", method: "DELETE", path: /applications/ }],
  ] as const)("%s cannot be removed: the next destroy leaves nothing behind", async (_, match) => {
    const deployment = await oneStack();
    await expectActive(deployment);
    deployment.world.faults.inject({ match, status: 400, code: "Injected", message: "the cloud said no" });
    expect(await deployment.destroy()).toMatchObject({ code: 1 });
    await expectDestroyed(deployment);
  });
});

test.each(["ERROR", "APPROVED_PEER_REQUESTED"])(
  "Aiven ends in %s and Terraform forgets the connection: the next apply reaches an active peering",
  async (state) => {
    const deployment = await Deployment.start({ aiven: { approvalOutcome: { state, stateInfo: null } } }, (stack) => {
      addPeering(stack());
    });
    expect(await deployment.apply()).toMatchObject({ code: 1 });
    expect(deployment.addresses().filter((each) => each.includes("peering_connection"))).toEqual([]);
    deployment.world.settings.aiven.approvalOutcome = undefined;
    await expectActive(deployment);
    await expectDestroyed(deployment);
  },
);

test("the identity's stack is applied and the peering's is not: destroy leaves nothing behind", async () => {
  const deployment = await Deployment.start({ signIn: "client-secret" }, (stack) => {
    addPeering(stack("peering"), { identity: applicationOfEarlierStack(stack("identity")) });
  });
  expect(await deployment.only("identity").apply()).toMatchObject({ code: 0 });
  await expectDestroyed(deployment);
});
