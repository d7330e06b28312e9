import { expectActive, expectDestroyed } from "../../support/assertions";
import { callersOfPeering, applicationOf, IDENTITIES, startUnder, throughAzapi } from "./support";

/** Where azurerm cannot sign in at all in one stack, and every resource may be where an apply has stopped. */
const start = () => startUnder("client-secret", throughAzapi());

const ADDRESSES = [
  "azuread_application.peering_identity_application_31848637",
  "azuread_application_password.peering_identity_client-secret_primary_861E61AD",
  "azuread_service_principal.aiven-azure-peering-aiven-service-principal",
  "azuread_service_principal.peering_identity_service-principal_06201A39",
  "azurerm_resource_group.Hub-group",
  "azurerm_role_assignment.peering_virtual-network_access_aiven_DD955D29",
  "azurerm_role_assignment.peering_virtual-network_access_application_A76C0D26",
  "azurerm_role_definition.peering_subscription_roles_aiven_14164633",
  "azurerm_role_definition.peering_subscription_roles_application_3267DBD0",
  "azurerm_virtual_network.Hub",
  "time_sleep.peering_virtual-network_access_propagation_0F0EBF48",
  "aiven_project_vpc.peering_vpc_E96C1942",
  "aiven_azure_vpc_peering_connection.peering_virtual-network_connection_45B80586",
  "time_sleep.peering_virtual-network_service-principal-propagation_8E12B12C",
  "azapi_resource.peering_virtual-network_azure-peering_4380A92A",
];

test("these are all the resources, two fewer than through azurerm", async () => {
  const deployment = await start();
  await expectActive(deployment);
  expect(deployment.addresses().sort()).toEqual([...ADDRESSES].sort());
});

describe.each(ADDRESSES)("stopped after %s", (address) => {
  test("the next apply reaches an active peering, and destroy leaves nothing behind", async () => {
    const deployment = await start();
    expect(await deployment.apply(`-target=${address}`)).toMatchObject({ code: 0 });
    await expectActive(deployment);
    await expectDestroyed(deployment);
    expect(callersOfPeering(deployment)).toHaveLength(1);
  });

  test("destroy from there leaves nothing behind", async () => {
    const deployment = await start();
    expect(await deployment.apply(`-target=${address}`)).toMatchObject({ code: 0 });
    await expectDestroyed(deployment);
  });
});

test("the federated application's stack has the credential where the other has the secret", async () => {
  const deployment = await startUnder("oidc", IDENTITIES["a federated application, inside"]);
  await expectActive(deployment);
  const names = deployment.addresses().join(" ");
  expect(names).toContain("azuread_application_federated_identity_credential");
  expect(names).not.toContain("azuread_application_password");
  expect(callersOfPeering(deployment)).toEqual([applicationOf(deployment)]);
});
