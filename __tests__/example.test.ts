import { resolve } from "node:path";
import { synthesiseMain } from "../tools/synthesise";
import { Synthesised } from "./support/synth";

const text = synthesiseMain();
const example = new Synthesised(JSON.parse(text) as never);

test("every address is pinned: a changed one replaces what users have", () => {
  expect(example.addresses).toEqual([
    "aiven_azure_vpc_peering_connection.peering_virtual-network_connection_45B80586",
    "aiven_project_vpc.peering_vpc_E96C1942",
    "azuread_application.peering_identity_application_31848637",
    "azuread_application_password.peering_identity_client-secret_primary_861E61AD",
    "azuread_service_principal.aiven-azure-peering-aiven-service-principal",
    "azuread_service_principal.peering_identity_service-principal_06201A39",
    "azurerm_resource_group.resource-group",
    "azurerm_role_assignment.peering_identity_resource-providers-5aca9de7_assignment_3670C64E",
    "azurerm_role_assignment.peering_virtual-network_access_aiven_DD955D29",
    "azurerm_role_assignment.peering_virtual-network_access_application_A76C0D26",
    "azurerm_role_definition.peering_identity_resource-providers-5aca9de7_role_F06189D3",
    "azurerm_role_definition.peering_subscription_roles_aiven_14164633",
    "azurerm_role_definition.peering_subscription_roles_application_3267DBD0",
    "azurerm_subnet.subnet",
    "azurerm_virtual_network.virtual-network",
    "azurerm_virtual_network_peering.peering_virtual-network_azure-peering_4380A92A",
    "terraform_data.peering_connected-vpc_FE5804E5",
    "time_sleep.peering_virtual-network_access_propagation_0F0EBF48",
    "time_sleep.peering_virtual-network_service-principal-propagation_8E12B12C",
  ]);
});

test("the provider's alias is pinned: without it nothing that it created can be removed", () => {
  expect(example.peeringProviders.map(({ alias }) => alias)).toEqual([
    "peering_subscription_peering-provider_37336C4B",
  ]);
});

test("names that Azure and Entra show are pinned: a changed one replaces or renames", () => {
  const names = (type: string, key: string) => Object.values(example.resources(type)).map((block) => block[key]);
  expect(names("azuread_application", "display_name")).toEqual(["aiven-azure-peering db2d8117"]);
  expect(names("azurerm_virtual_network_peering", "name")).toEqual(["aiven-3512064e"]);
  expect(names("azurerm_role_definition", "name")).toEqual([
    "aiven-azure-peering: list resource providers (db2d8117 ${var.azure_subscription_id})",
    "aiven-azure-peering: be peered by Aiven (f28afeba ${var.azure_subscription_id})",
    "aiven-azure-peering: peer with Aiven (f28afeba ${var.azure_subscription_id})",
  ]);
});

test("the JSON is the same on every machine", () => {
  expect(text).not.toContain(resolve(__dirname, ".."));
  expect(example.json.terraform?.backend).toEqual({
    local: { path: "../../../terraform.aiven-azure-peering.tfstate" },
  });
  expect(synthesiseMain()).toBe(text);
});

test("what differs per user is a variable, and the token a sensitive one without a default", () => {
  expect(Object.keys(example.json.variable ?? {})).toEqual([
    "aiven_api_token",
    "aiven_network_cidr",
    "aiven_project",
    "azure_address_space",
    "azure_location",
    "azure_subscription_id",
    "azure_tenant_id",
    "name",
  ]);
  expect(example.json.variable?.aiven_api_token).toMatchObject({ sensitive: true });
  expect(example.json.variable?.aiven_api_token).not.toHaveProperty("default");
});

test("Terraform older than 1.5, which knows no checks, is refused", () => {
  expect(example.json.terraform?.required_version).toBe(">= 1.5.0");
});
