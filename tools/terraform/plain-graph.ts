import { accounts } from "simulated-clouds";

const SUBSCRIPTION = `/subscriptions/${accounts.customerSubscriptionId}`;
const NETWORK = "Microsoft.Network/virtualNetworks";

const role = (name: string, ...actions: string[]) => ({ name, scope: SUBSCRIPTION, permissions: [{ actions }] });
const assignment = (definition: string, principal: string, scope: string) => ({
  scope,
  role_definition_id: `\${azurerm_role_definition.${definition}.role_definition_resource_id}`,
  principal_id: `\${azuread_service_principal.${principal}.object_id}`,
  principal_type: "ServicePrincipal",
});

export interface PlainResources {
  [type: string]: Record<string, Record<string, unknown>>;
}

/** A peering written by hand, as one would from the providers' documentation, with every wait where it belongs. */
export function plainGraph() {
  const network = "${azurerm_virtual_network.vnet.id}";
  const resource: PlainResources = {
    azurerm_resource_group: { group: { name: "network", location: "westeurope" } },
    azurerm_virtual_network: {
      vnet: {
        name: "vnet",
        location: "westeurope",
        resource_group_name: "${azurerm_resource_group.group.name}",
        address_space: ["10.1.0.0/16"],
      },
    },
    azuread_application: { app: { display_name: "peering", sign_in_audience: "AzureADMultipleOrgs" } },
    azuread_service_principal: {
      app: { client_id: "${azuread_application.app.client_id}" },
      aiven: { client_id: accounts.aivenApplicationId },
    },
    azuread_application_password: { app: { application_id: "${azuread_application.app.id}" } },
    azurerm_role_definition: {
      peer: role(
        "peer",
        ...["read", "write", "delete"].map((verb) => `${NETWORK}/virtualNetworkPeerings/${verb}`),
        `${NETWORK}/read`,
      ),
      aiven: role("aiven", `${NETWORK}/peer/action`),
      list: role("list", "Microsoft.Resources/subscriptions/providers/read"),
    },
    azurerm_role_assignment: {
      peer: assignment("peer", "app", network),
      aiven: assignment("aiven", "aiven", network),
      list: assignment("list", "app", SUBSCRIPTION),
    },
    time_sleep: {
      rights: {
        create_duration: "120s",
        triggers: { client_id: "${azuread_application.app.client_id}" },
        depends_on: [
          ...["peer", "aiven", "list"].map((name) => `azurerm_role_assignment.${name}`),
          "azuread_service_principal.app",
          "azuread_application_password.app",
        ],
      },
      accepted: {
        create_duration: "60s",
        triggers: {
          client_id: "${time_sleep.rights.triggers.client_id}",
          tenant_id: '${try(aiven_azure_vpc_peering_connection.it.state_info["to-tenant-id"], "")}',
          network_id: '${try(aiven_azure_vpc_peering_connection.it.state_info["to-network-id"], "")}',
        },
        lifecycle: {
          ignore_changes: ["triggers"],
          replace_triggered_by: ["aiven_azure_vpc_peering_connection.it"],
        },
      },
    },
    aiven_project_vpc: { vpc: { project: "my-project", cloud_name: "azure-westeurope", network_cidr: "10.0.0.0/24" } },
    aiven_azure_vpc_peering_connection: {
      it: {
        vpc_id: "${aiven_project_vpc.vpc.id}",
        azure_subscription_id: accounts.customerSubscriptionId,
        peer_resource_group: "${azurerm_resource_group.group.name}",
        vnet_name: "${azurerm_virtual_network.vnet.name}",
        peer_azure_app_id: "${time_sleep.rights.triggers.client_id}",
        peer_azure_tenant_id: accounts.customerTenantId,
      },
    },
    azurerm_virtual_network_peering: {
      it: {
        provider: "azurerm.peering",
        name: "to-aiven",
        resource_group_name: "${azurerm_resource_group.group.name}",
        virtual_network_name: "${azurerm_virtual_network.vnet.name}",
        remote_virtual_network_id: "${time_sleep.accepted.triggers.network_id}",
        lifecycle: { replace_triggered_by: ["time_sleep.accepted"] },
      },
    },
  };
  const alias: Record<string, unknown> = {
    alias: "peering",
    features: [{}],
    resource_provider_registrations: "none",
    tenant_id: accounts.customerTenantId,
    client_id: "${time_sleep.accepted.triggers.client_id}",
    client_secret: "${azuread_application_password.app.value}",
    auxiliary_tenant_ids: ["${time_sleep.accepted.triggers.tenant_id}"],
  };
  return { resource, alias };
}

export type PlainGraph = ReturnType<typeof plainGraph>;

export const configurationOf = ({ resource, alias }: PlainGraph) => ({
  terraform: {
    required_providers: {
      azurerm: { source: "hashicorp/azurerm" },
      azuread: { source: "hashicorp/azuread" },
      time: { source: "hashicorp/time" },
      aiven: { source: "aiven/aiven" },
    },
  },
  provider: { azurerm: [{ features: [{}] }, alias], aiven: { api_token: "aiven-api-token" } },
  resource,
  output: { state: { value: "${aiven_azure_vpc_peering_connection.it.state}" } },
});
