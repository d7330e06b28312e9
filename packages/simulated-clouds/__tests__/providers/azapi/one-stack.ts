import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID } from "../../../src/clouds/settings";
import { plainGraph, type PlainResources } from "../../../../../tools/terraform/plain-graph";
import { RSA_CERTIFICATE } from "../../../../../tools/certificates";

type Block = Record<string, unknown>;

export const PEERING = "azapi_resource.it";

/** What keeps azapi from acting as anyone but the application. */
const SEAL = {
  client_id_file_path: "",
  client_secret_file_path: "",
  client_certificate_path: "",
  client_certificate_password: "",
  use_msi: false,
  use_aks_workload_identity: false,
  use_cli: false,
};
const SECRET = {
  ...SEAL,
  use_oidc: false,
  client_secret: "${azuread_application_password.app.value}",
  client_certificate: RSA_CERTIFICATE,
};
const FEDERATED = { ...SEAL, use_oidc: true, client_secret: "none", client_certificate: "" };

export interface OneStack {
  resource: PlainResources;
  alias: Block;
}

/** A peering of which azapi makes Azure's peering, written by hand, in one stack with the application that makes it. */
export function oneStack(credential: "secret" | "federated" = "secret"): OneStack {
  const { resource } = plainGraph();
  delete resource.azurerm_virtual_network_peering;
  delete resource.azurerm_role_definition.list;
  delete resource.azurerm_role_assignment.list;
  if (credential === "federated") federate(resource);
  resource.time_sleep = { rights: rights(credential), accepted: accepted() };
  resource.azapi_resource = { it: azurePeering() };
  const alias = {
    alias: "peering",
    tenant_id: CUSTOMER_TENANT_ID,
    subscription_id: CUSTOMER_SUBSCRIPTION_ID,
    client_id: "${azuread_application.app.client_id}",
    auxiliary_tenant_ids: ["${azuread_service_principal.aiven.application_tenant_id}"],
    skip_provider_registration: true,
    enable_preflight: false,
    disable_default_output: true,
    ...(credential === "secret" ? SECRET : FEDERATED),
  };
  return { resource, alias };
}

function federate(resource: PlainResources): void {
  delete resource.azuread_application_password;
  resource.azuread_application_federated_identity_credential = {
    app: {
      application_id: "${azuread_application.app.id}",
      display_name: "pipeline",
      issuer: "https://token.actions.githubusercontent.com",
      subject: "repo:customer/infrastructure:ref:refs/heads/main",
      audiences: ["api://AzureADTokenExchange"],
    },
  };
}

const rights = (credential: "secret" | "federated"): Block => ({
  create_duration: "100s",
  triggers: {
    client_id: "${azuread_application.app.client_id}",
    application_role: "${azurerm_role_assignment.peer.id}",
    aiven_role: "${azurerm_role_assignment.aiven.id}",
  },
  depends_on: [
    credential === "secret"
      ? "azuread_application_password.app"
      : "azuread_application_federated_identity_credential.app",
  ],
});

/** Keeps what Aiven said, and is replaced with the connection. */
const accepted = (): Block => ({
  create_duration: "30s",
  triggers: {
    client_id: "${time_sleep.rights.triggers.client_id}",
    connection_id: "${aiven_azure_vpc_peering_connection.it.id}",
    network_id: '${try(aiven_azure_vpc_peering_connection.it.state_info["to-network-id"], "")}',
  },
  lifecycle: {
    ignore_changes: ['triggers["network_id"]'],
    replace_triggered_by: ["aiven_azure_vpc_peering_connection.it"],
  },
});

const azurePeering = (): Block => ({
  provider: "azapi.peering",
  type: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01",
  name: "to-aiven",
  parent_id: "${azurerm_virtual_network.vnet.id}",
  body: {
    properties: {
      allowForwardedTraffic: false,
      allowGatewayTransit: false,
      allowVirtualNetworkAccess: true,
      useRemoteGateways: false,
      remoteVirtualNetwork: {
        id: '${element(split("|", join("|", [time_sleep.accepted.id, time_sleep.accepted.triggers.network_id])), 1)}',
      },
    },
  },
  create_query_parameters: { syncRemoteAddressSpace: ["true"] },
  response_export_values: { state: "properties.peeringState", sync: "properties.peeringSyncLevel" },
  retry: {
    error_message_regex: [
      "LinkedAuthorizationFailed",
      "ReferencedResourceNotProvisioned",
      "AnotherOperationInProgress",
    ],
    interval_seconds: 5,
    max_interval_seconds: 20,
  },
  lifecycle: { replace_triggered_by: ["time_sleep.accepted.id"] },
});

export const configurationOf = ({ resource, alias }: OneStack, more: Block = {}) => ({
  terraform: {
    required_providers: {
      azurerm: { source: "hashicorp/azurerm" },
      azuread: { source: "hashicorp/azuread" },
      azapi: { source: "Azure/azapi" },
      time: { source: "hashicorp/time" },
      aiven: { source: "aiven/aiven" },
    },
  },
  provider: { azurerm: [{ features: [{}] }], azapi: [alias], aiven: { api_token: "aiven-api-token" } },
  resource,
  ...more,
});
