import {
  AivenVpc,
  AzurePeeringProvider,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { synthesiseMain } from "../../tools/synthesise";
import { manifestOf } from "../support/manifest";
import { addPeering, CLIENT, spoke, SUBSCRIPTION, Synthesised, synthStacks, TENANT } from "../support/synth";

const ROLE = `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;

test("the whole of it for main.ts", () => {
  const example = new Synthesised(JSON.parse(synthesiseMain()) as never);
  const at = (type: string, part?: string) => example.address(type, part);
  const identity = "peering_identity";
  const [application, principal, secret] = [
    at("azuread_application"),
    at("azuread_service_principal", identity),
    at("azuread_application_password"),
  ];
  const role = (side: string) => ({
    assignment: at("azurerm_role_assignment", `access_${side}`),
    definition: at("azurerm_role_definition", `roles_${side}`),
    roleDefinitionId: `\${${at("azurerm_role_definition", `roles_${side}`)}.role_definition_resource_id}`,
  });
  expect(manifestOf(example)).toEqual({
    version: 1,
    peerings: {
      "aiven-azure-peering/peering": {
        stack: "aiven-azure-peering",
        providers: { aiven: "aiven", azuread: "azuread", azurerm: "azurerm" },
        vpc: {
          id: `\${${at("aiven_project_vpc")}.id}`,
          address: at("aiven_project_vpc"),
          networkCidr: "${var.aiven_network_cidr}",
        },
        identity: {
          kind: "created",
          stack: "aiven-azure-peering",
          clientId: `\${${application}.client_id}`,
          servicePrincipalObjectId: `\${${principal}.object_id}`,
          application,
          servicePrincipal: principal,
          credential: { kind: "secret", addresses: [secret], active: secret },
          resourceProviderAccess: [
            {
              subscriptionId: "${var.azure_subscription_id}",
              assignment: at("azurerm_role_assignment", "resource-providers"),
              definition: at("azurerm_role_definition", "resource-providers"),
            },
          ],
        },
        aivenServicePrincipal: {
          source: "create",
          address: "azuread_service_principal.aiven-azure-peering-aiven-service-principal",
          stack: "aiven-azure-peering",
        },
        virtualNetworks: {
          "aiven-azure-peering/peering/virtual-network": {
            network: {
              id: "${azurerm_virtual_network.virtual-network.id}",
              name: "${var.name}",
              resourceGroupName: "${azurerm_resource_group.resource-group.name}",
              subscriptionId: "${var.azure_subscription_id}",
              tenantId: "${var.azure_tenant_id}",
              location: "${var.azure_location}",
              addressSpaces: ["${var.azure_address_space}"],
              address: "azurerm_virtual_network.virtual-network",
            },
            connected: true,
            importExisting: false,
            connection: at("aiven_azure_vpc_peering_connection"),
            azurePeering: {
              address: at("azurerm_virtual_network_peering"),
              name: example.resource("azurerm_virtual_network_peering").name,
            },
            azurePeeringProvider: "azurerm",
            provider: `azurerm.${String(example.peeringProviders[0]?.alias)}`,
            access: { source: "create", application: role("application"), aiven: role("aiven") },
          },
        },
      },
    },
  });
});

test("the whole of it through azapi, by an earlier stack's federated application, with roles that exist, disconnected in part", () => {
  const { identity, peering } = synthStacks(["identity", "peering"], (stacks) => {
    const application = new PeeringApplication(stacks.identity, "application", {
      credential: PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s" }),
    });
    const hub = addPeering(stacks.peering, {
      project: undefined,
      networkCidr: undefined,
      vpc: AivenVpc.fromId(`p/${CLIENT}`),
      identity: application,
      azurePeeringProvider: AzurePeeringProvider.AZAPI,
      access: PeeringAccess.withRoles({ applicationRoleDefinitionId: ROLE }),
      peeringName: "to-aiven",
    });
    hub.addVirtualNetwork("spoke", spoke({ location: undefined }), {
      connected: false,
      access: PeeringAccess.existing(),
    });
  });
  const output = (value: string) => {
    const [name = "none"] = Object.entries(identity.outputs).find(([, each]) => each === value) ?? [];
    return `\${data.terraform_remote_state.cross-stack-reference-input-identity.outputs.${name}}`;
  };
  const credential = identity.address("azuread_application_federated_identity_credential");
  const application = identity.address("azuread_application");
  const principal = identity.address("azuread_service_principal", "application");
  const assigned = (part: string) => {
    const found = peering.addresses.filter((address) => address.startsWith(`azurerm_role_assignment.${part}`));
    expect(found).toHaveLength(1);
    return found[0];
  };
  const hub = "/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet";
  expect(manifestOf(identity)?.peerings ?? {}).toEqual({});
  expect(manifestOf(peering)).toEqual({
    version: 1,
    peerings: {
      "peering/peering": {
        stack: "peering",
        providers: { aiven: "aiven", azuread: "azuread", azurerm: "azurerm" },
        vpc: { id: `p/${CLIENT}` },
        identity: {
          kind: "created",
          stack: "identity",
          clientId: output(`\${${application}.client_id}`),
          servicePrincipalObjectId: output(`\${${principal}.object_id}`),
          application,
          servicePrincipal: principal,
          credential: { kind: "federated", addresses: [credential] },
          resourceProviderAccess: [],
        },
        aivenServicePrincipal: {
          source: "create",
          address: "azuread_service_principal.aiven-azure-peering-aiven-service-principal",
          stack: "identity",
        },
        virtualNetworks: {
          "peering/peering/virtual-network": {
            network: {
              id: `/subscriptions/${SUBSCRIPTION}${hub}`,
              name: "Hub-VNet",
              resourceGroupName: "Network-RG",
              subscriptionId: SUBSCRIPTION,
              tenantId: TENANT,
              location: "japaneast",
              addressSpaces: ["10.1.0.0/16"],
            },
            connected: true,
            importExisting: false,
            connection: peering.address("aiven_azure_vpc_peering_connection"),
            azurePeering: { address: peering.address("azapi_resource"), name: "to-aiven" },
            azurePeeringProvider: "azapi",
            provider: `azapi.${String(peering.providers("azapi")[0]?.alias)}`,
            access: {
              source: "roles",
              application: {
                roleDefinitionId: `/subscriptions/${SUBSCRIPTION}${ROLE}`,
                assignment: assigned("aiven-azure-peering-role-"),
              },
              aiven: {
                roleDefinitionId: `\${${peering.address("azurerm_role_definition")}.role_definition_resource_id}`,
                definition: peering.address("azurerm_role_definition"),
                assignment: assigned("peering_virtual-network_access_aiven"),
              },
            },
          },
          "peering/peering/spoke": {
            network: {
              id: `/subscriptions/${SUBSCRIPTION}${hub.replace("Hub-VNet", "Spoke")}`,
              name: "Spoke",
              resourceGroupName: "Network-RG",
              subscriptionId: SUBSCRIPTION,
              tenantId: TENANT,
              addressSpaces: ["10.2.0.0/16"],
            },
            connected: false,
            importExisting: false,
            azurePeeringProvider: "azapi",
            provider: `azapi.${String(peering.providers("azapi")[0]?.alias)}`,
            access: { source: "existing" },
          },
        },
      },
    },
  });
});
