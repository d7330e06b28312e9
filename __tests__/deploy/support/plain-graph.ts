import { SUBSCRIPTION_ID, TENANT_ID } from "./deployment";

export type Block = Record<string, unknown>;

/** A configuration in Terraform's JSON syntax. */
export interface PlainGraph {
  readonly provider: Record<string, Block[]>;
  readonly resource: Record<string, Record<string, Block>>;
  readonly output: Record<string, Block>;
  data?: Record<string, Record<string, Block>>;
  check?: Record<string, Block>;
}

/** One thing that somebody wrote differently. */
export type Change = (graph: PlainGraph) => void;

/**
 * What this library does, as somebody without it would have to write it: the seventeen resources that were run with the real providers.
 * It is good as it stands, so that a test which changes one thing sees what that one thing does.
 */
export function plainGraph(...changes: readonly Change[]): PlainGraph {
  const graph = goodGraph();
  changes.forEach((change) => change(graph));
  return graph;
}

/** Sets arguments of a resource, or makes one; `undefined` leaves an argument out. */
export function set(address: string, values: Block): Change {
  return ({ resource }) => {
    const [type, name] = address.split(".") as [string, string];
    resource[type] = { ...resource[type], [name]: { ...resource[type]?.[name], ...values } };
  };
}

/** Leaves a resource out, and what depends on it explicitly keeps only its other dependencies. */
export function without(address: string): Change {
  return ({ resource }) => {
    const [type, name] = address.split(".") as [string, string];
    if (!resource[type]?.[name]) throw new Error(`there is no ${address}`);
    delete resource[type][name];
    for (const block of Object.values(resource).flatMap((all) => Object.values(all))) {
      if (Array.isArray(block.depends_on)) block.depends_on = block.depends_on.filter((each) => each !== address);
    }
  };
}

/** Sets arguments of the provider that acts as the peering application. */
export function signIn(values: Block): Change {
  return ({ provider }) => {
    Object.assign(provider.azurerm?.find(({ alias }) => alias === "peering") as Block, values);
  };
}

/** The network as Terraform and Aiven know it. */
export const NETWORK_ID = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/hub`;

/** The two halves. */
export const CONNECTION = "aiven_azure_vpc_peering_connection.aiven";
export const AZURE_HALF = "azurerm_virtual_network_peering.azure";

const SUBSCRIPTION = `/subscriptions/${SUBSCRIPTION_ID}`;

function goodGraph(): PlainGraph {
  return {
    provider: {
      azuread: [{}],
      aiven: [{ api_token: "token" }],
      time: [{}],
      azurerm: [
        { features: [{}], subscription_id: SUBSCRIPTION_ID },
        {
          alias: "peering",
          features: [{}],
          subscription_id: SUBSCRIPTION_ID,
          tenant_id: TENANT_ID,
          // Both through the second wait, so that nobody signs in to Aiven's tenant before Aiven has accepted.
          client_id: "${time_sleep.answer.triggers.client_id}",
          auxiliary_tenant_ids: ["${time_sleep.answer.triggers.tenant_id}"],
          client_secret: "${azuread_application_password.secret.value}",
          resource_provider_registrations: "none",
        },
      ],
    },
    resource: { ...network(), ...identity(), ...access(), ...peering() },
    output: { state: { value: `\${${CONNECTION}.state}` } },
  };
}

const network = () => ({
  azurerm_resource_group: { network: { name: "network", location: "japaneast" } },
  azurerm_virtual_network: {
    hub: {
      name: "hub",
      resource_group_name: "${azurerm_resource_group.network.name}",
      location: "${azurerm_resource_group.network.location}",
      address_space: ["10.1.0.0/16"],
    },
  },
});

const identity = () => ({
  azuread_application: { application: { display_name: "peering", sign_in_audience: "AzureADMultipleOrgs" } },
  azuread_application_password: { secret: { application_id: "${azuread_application.application.id}" } },
  azuread_service_principal: {
    application: { client_id: "${azuread_application.application.client_id}" },
    aiven: { client_id: "55f300d4-fc50-4c5e-9222-e90a6e2187fb" },
  },
});

const role = (name: string, actions: string[]) => ({ name, scope: SUBSCRIPTION, permissions: [{ actions }] });

const assignment = (name: string, principal: string, scope: string) => ({
  scope,
  role_definition_id: `\${azurerm_role_definition.${name}.role_definition_resource_id}`,
  principal_id: `\${azuread_service_principal.${principal}.object_id}`,
  principal_type: "ServicePrincipal",
});

const PEERINGS = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";

const access = () => ({
  azurerm_role_definition: {
    application: role("peer", [`${PEERINGS}/read`, `${PEERINGS}/write`, `${PEERINGS}/delete`]),
    aiven: role("be peered", ["Microsoft.Network/virtualNetworks/peer/action"]),
    listing: role("list resource providers", ["Microsoft.Resources/subscriptions/providers/read"]),
  },
  azurerm_role_assignment: {
    application: assignment("application", "application", "${azurerm_virtual_network.hub.id}"),
    aiven: assignment("aiven", "aiven", "${azurerm_virtual_network.hub.id}"),
    listing: assignment("listing", "application", SUBSCRIPTION),
  },
});

const peering = () => ({
  aiven_project_vpc: { vpc: { project: "my-project", cloud_name: "azure-japaneast", network_cidr: "10.0.0.0/24" } },
  aiven_azure_vpc_peering_connection: {
    aiven: {
      vpc_id: "${aiven_project_vpc.vpc.id}",
      azure_subscription_id: SUBSCRIPTION_ID,
      vnet_name: "${azurerm_virtual_network.hub.name}",
      peer_resource_group: "${azurerm_resource_group.network.name}",
      peer_azure_app_id: "${time_sleep.roles.triggers.client_id}",
      peer_azure_tenant_id: TENANT_ID,
    },
  },
  time_sleep: {
    roles: {
      create_duration: "2m",
      triggers: { client_id: "${azuread_application.application.client_id}" },
      depends_on: [
        "azurerm_role_assignment.application",
        "azurerm_role_assignment.aiven",
        "azurerm_role_assignment.listing",
        "azuread_application_password.secret",
      ],
    },
    answer: {
      create_duration: "30s",
      triggers: {
        client_id: "${time_sleep.roles.triggers.client_id}",
        tenant_id: `\${try(${CONNECTION}.state_info["to-tenant-id"], "")}`,
        network_id: `\${try(${CONNECTION}.state_info["to-network-id"], "")}`,
      },
      // What Aiven answered vanishes once the connection is active, so the first answer is kept.
      lifecycle: { ignore_changes: ["triggers"] },
    },
  },
  azurerm_virtual_network_peering: {
    azure: {
      provider: "azurerm.peering",
      name: "aiven",
      resource_group_name: "${azurerm_resource_group.network.name}",
      virtual_network_name: "${azurerm_virtual_network.hub.name}",
      remote_virtual_network_id: "${time_sleep.answer.triggers.network_id}",
    },
  },
});
