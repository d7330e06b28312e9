// What was run with the real binaries (Terraform 1.11.4, azapi 2.12.0, azurerm 4.55.0, azuread 3.7.0, aiven 4.61.0, time 0.13.1) in one
// stack, from nothing to ACTIVE and Connected, to an empty plan, and to nothing. Resources are called by what they are for.

// Added since: what Aiven returns must be a UUID and an ARM id.
const UUID = '"^[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+$"';
const NETWORK =
  '"^(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\\\.Network/virtualNetworks/[^/]+$"';

type Block = Readonly<Record<string, unknown>>;

const PROVIDER: Block = {
  tenant_id: "${TENANT}",
  subscription_id: "${SUBSCRIPTION}",
  client_id: "${application.client_id}",
  auxiliary_tenant_ids: ["${aivenPrincipal.application_tenant_id}"],
  client_id_file_path: "",
  client_secret_file_path: "",
  client_certificate_path: "",
  client_certificate_password: "",
  use_msi: false,
  use_aks_workload_identity: false,
  use_cli: false,
  skip_provider_registration: true,
  enable_preflight: false,
  disable_default_output: true,
};

const role = (description: string, ...actions: string[]): Block => ({
  assignable_scopes: ["/subscriptions/${SUBSCRIPTION}"],
  description,
  permissions: [{ actions }],
  scope: "/subscriptions/${SUBSCRIPTION}",
});

const assignment = (principal: string, definition: string): Block => ({
  principal_id: `\${${principal}.object_id}`,
  principal_type: "ServicePrincipal",
  role_definition_id: `\${${definition}.role_definition_resource_id}`,
  scope: "${network.id}",
});

const resources = (credential: string): Readonly<Record<string, Block>> => ({
  application: { sign_in_audience: "AzureADMultipleOrgs" },
  principal: { client_id: "${application.client_id}" },
  aivenPrincipal: { client_id: "55f300d4-fc50-4c5e-9222-e90a6e2187fb" },
  applicationRole: role(
    "Lets an application create, read and delete the peerings of a virtual network.",
    "Microsoft.Network/virtualNetworks/read",
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read",
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
  ),
  aivenRole: role(
    "Lets Aiven peer its networks to a virtual network, but not from it.",
    "Microsoft.Network/virtualNetworks/peer/action",
  ),
  applicationAssignment: assignment("principal", "applicationRole"),
  aivenAssignment: assignment("aivenPrincipal", "aivenRole"),
  accessWait: {
    create_duration: "100s",
    depends_on: [credential],
    triggers: {
      aiven_role: "${aivenAssignment.id}",
      application_role: "${applicationAssignment.id}",
      client_id: "${application.client_id}",
    },
  },
  connection: {
    azure_subscription_id: "${lower(SUBSCRIPTION)}",
    peer_azure_app_id: "${accessWait.triggers.client_id}",
    peer_azure_tenant_id: "${lower(TENANT)}",
    peer_resource_group: "${lower(group.name)}",
    vnet_name: "${lower(var.name)}",
    vpc_id: "${vpc.id}",
  },
  propagationWait: {
    create_duration: "30s",
    lifecycle: {
      ignore_changes: ['triggers["to_tenant_id"]', 'triggers["to_network_id"]'],
      postcondition: [
        {
          condition:
            `\${self.id == "" || (can(regex(${UUID}, self.triggers["to_tenant_id"])) && ` +
            `can(regex(${NETWORK}, self.triggers["to_network_id"])))}`,
        },
      ],
    },
    triggers: {
      client_id: "${accessWait.triggers.client_id}",
      connection_id: "${connection.id}",
      to_network_id: '${try(connection.state_info["to-network-id"], "")}',
      to_tenant_id: `\${try(regex(${UUID}, connection.state_info["to-tenant-id"]), aivenPrincipal.application_tenant_id)}`,
    },
  },
  azurePeering: {
    type: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01",
    parent_id: "${network.id}",
    body: {
      properties: {
        allowForwardedTraffic: false,
        allowGatewayTransit: false,
        allowVirtualNetworkAccess: true,
        useRemoteGateways: false,
        remoteVirtualNetwork: {
          id: '${element(split("|", join("|", [propagationWait.id, propagationWait.triggers.to_network_id])), 1)}',
        },
      },
    },
    create_query_parameters: { syncRemoteAddressSpace: ["true"] },
    response_export_values: { state: "properties.peeringState", sync: "properties.peeringSyncLevel" },
    lifecycle: { replace_triggered_by: ["propagationWait.id"] },
    retry: {
      error_message_regex: [
        "LinkedAuthorizationFailed",
        "ReferencedResourceNotProvisioned",
        "AnotherOperationInProgress",
      ],
      interval_seconds: 5,
      max_interval_seconds: 20,
    },
  },
});

const CHECKS = { active: '${connection.state == "ACTIVE"}' };

/** With a client secret. */
export const WITH_SECRET = {
  provider: { ...PROVIDER, use_oidc: false, client_secret: "${secret.value}" },
  resources: { ...resources("secret"), secret: { application_id: "${application.id}" } },
  checks: CHECKS,
};

/** With a token of the pipeline. */
export const FEDERATED = {
  provider: { ...PROVIDER, use_oidc: true, client_secret: "none", client_certificate: "" },
  resources: {
    ...resources("credential"),
    credential: {
      application_id: "${application.id}",
      audiences: ["api://AzureADTokenExchange"],
      issuer: "https://token.actions.githubusercontent.com",
    },
  },
  checks: CHECKS,
};
