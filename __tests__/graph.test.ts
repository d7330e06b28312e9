import {
  addPeering,
  after,
  type Block,
  network,
  SUBSCRIPTION,
  synthPeering,
  synthStack,
  TENANT,
  virtualNetworkResource,
} from "./support/synth";
import { AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { TerraformVariable } from "cdktf";

const CONNECTION = "aiven_azure_vpc_peering_connection";
const PEERING = "azurerm_virtual_network_peering";
const AIVEN = "aiven-azure-peering-aiven-service-principal";
const plain = synthPeering();
const actions = (role: Block) => (role.permissions as { actions: string[] }[])[0]?.actions;

describe("identity", () => {
  test("the application is multi-tenant, so that Aiven can let it into its own tenant", () => {
    expect(plain.resource("azuread_application").sign_in_audience).toBe("AzureADMultipleOrgs");
  });

  test("the application and Aiven each have a service principal in the customer's tenant", () => {
    expect(plain.resource("azuread_service_principal", "identity_service-principal").client_id).toBe(
      `\${${plain.address("azuread_application")}.client_id}`,
    );
    expect(plain.resource("azuread_service_principal", AIVEN).client_id).toBe("55f300d4-fc50-4c5e-9222-e90a6e2187fb");
  });

  test("Aiven's shared service principal is never adopted, so that destroy cannot take it from other peerings", () => {
    expect(plain.resource("azuread_service_principal", AIVEN)).not.toHaveProperty("use_existing");
  });

  test("the secret belongs to the application", () => {
    expect(plain.resource("azuread_application_password").application_id).toBe(
      `\${${plain.address("azuread_application")}.id}`,
    );
  });

  test("the application may list resource providers at the subscription, and nothing else there", () => {
    const assignment = plain.resource("azurerm_role_assignment", "resource-providers");
    expect(assignment).toMatchObject({
      scope: `/subscriptions/${SUBSCRIPTION}`,
      principal_type: "ServicePrincipal",
      principal_id: `\${${plain.address("azuread_service_principal", "identity_service-principal")}.object_id}`,
      role_definition_id: `\${${plain.address("azurerm_role_definition", "resource-providers")}.role_definition_resource_id}`,
    });
    expect(actions(plain.resource("azurerm_role_definition", "resource-providers"))).toEqual([
      "Microsoft.Resources/subscriptions/providers/read",
    ]);
  });
});

describe("access", () => {
  test("the application may manage peerings of the virtual network, and no more", () => {
    expect(actions(plain.resource("azurerm_role_definition", "roles_application"))).toEqual([
      "Microsoft.Network/virtualNetworks/read",
      "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read",
      "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
      "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
    ]);
  });

  test("Aiven may peer to the virtual network, and no more", () => {
    expect(actions(plain.resource("azurerm_role_definition", "roles_aiven"))).toEqual([
      "Microsoft.Network/virtualNetworks/peer/action",
    ]);
  });

  test.each([
    ["application", "identity_service-principal"],
    ["aiven", AIVEN],
  ])("the role of %s is defined at the subscription and assigned at the virtual network alone", (side, principal) => {
    const subscription = `/subscriptions/${SUBSCRIPTION}`;
    expect(plain.resource("azurerm_role_definition", `roles_${side}`)).toMatchObject({
      scope: subscription,
      assignable_scopes: [subscription],
    });
    expect(plain.resource("azurerm_role_assignment", `access_${side}`)).toMatchObject({
      scope: `${subscription}/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet`,
      principal_type: "ServicePrincipal",
      principal_id: `\${${plain.address("azuread_service_principal", principal)}.object_id}`,
      role_definition_id: `\${${plain.address("azurerm_role_definition", `roles_${side}`)}.role_definition_resource_id}`,
    });
  });

  test("role names differ from stack to stack and from subscription to subscription, as a tenant has each name once", () => {
    const names = (stack: typeof plain) =>
      Object.values(stack.resources("azurerm_role_definition")).map((role) => role.name as string);
    const twin = synthStack((stack) => {
      addPeering(stack);
      addPeering(stack, { networkCidr: "10.2.0.0/24" }, "second");
    });
    expect(new Set(names(twin)).size).toBe(6);
    for (const name of names(twin)) {
      expect(name).toContain(SUBSCRIPTION);
      expect(name.length).toBeLessThanOrEqual(128);
    }
  });

  test("the first wait begins after everything that must have spread, and again when a role is assigned anew", () => {
    const wait = plain.resource("time_sleep", "access_propagation");
    expect(wait.depends_on).toEqual([
      plain.address("azuread_application_password"),
      plain.address("azurerm_role_assignment", "resource-providers"),
    ]);
    expect(wait.triggers).toEqual({
      client_id: `\${${plain.address("azuread_application")}.client_id}`,
      application_role: `\${${plain.address("azurerm_role_assignment", "access_application")}.id}`,
      aiven_role: `\${${plain.address("azurerm_role_assignment", "access_aiven")}.id}`,
    });
    expect(wait).not.toHaveProperty("lifecycle");
  });
});

describe("the Aiven half", () => {
  const connection = plain.resource(CONNECTION);

  test("it is asked for only after the first wait, through the client id", () => {
    expect(connection.peer_azure_app_id).toBe(
      `\${${plain.address("time_sleep", "access_propagation")}.triggers.client_id}`,
    );
  });

  test("literal names reach Aiven in lower case", () => {
    expect(connection).toMatchObject({
      vnet_name: "hub-vnet",
      peer_resource_group: "network-rg",
      azure_subscription_id: SUBSCRIPTION,
      peer_azure_tenant_id: TENANT,
      vpc_id: `\${${plain.address("aiven_project_vpc")}.id}`,
    });
  });

  test("names that only Terraform knows are lowered by Terraform", () => {
    const stack = synthStack((stack) => {
      const of = (name: string) => new TerraformVariable(stack, name, { type: "string" }).stringValue;
      addPeering(stack, {
        virtualNetwork: network({
          name: of("n"),
          resourceGroupName: of("g"),
          subscriptionId: of("s"),
          tenantId: of("t"),
        }),
      });
    });
    expect(stack.resource(CONNECTION)).toMatchObject({
      vnet_name: "${lower(var.n)}",
      peer_resource_group: "${lower(var.g)}",
      azure_subscription_id: "${lower(var.s)}",
      peer_azure_tenant_id: "${lower(var.t)}",
    });
  });
});

describe("the answer", () => {
  const answer = plain.resource("time_sleep", "answer");
  const connection = plain.address(CONNECTION);

  test("it is kept as it was, though Aiven may forget it once the connection is active", () => {
    expect(answer.triggers).toEqual({
      client_id: `\${${plain.address("time_sleep", "access_propagation")}.triggers.client_id}`,
      connection_id: `\${${connection}.id}`,
      to_tenant_id: `\${try(${connection}.state_info["to-tenant-id"], ${plain.address("azuread_service_principal", AIVEN)}.application_tenant_id)}`,
      to_network_id: `\${try(${connection}.state_info["to-network-id"], "")}`,
    });
    expect(answer.lifecycle).toMatchObject({
      ignore_changes: ['triggers["to_tenant_id"]', 'triggers["to_network_id"]'],
    });
  });

  test("an answer without a network ends in a readable error", () => {
    expect(answer.lifecycle).toMatchObject({
      postcondition: [
        {
          condition:
            '${self.id == "" || alltrue([for key in ["to_tenant_id","to_network_id"] : self.triggers[key] != ""])}',
          error_message: `stack/peering/link: Aiven accepted the peering but did not say the id of its network; run terraform apply -replace='${connection}' to ask again, or give remoteVirtualNetworkId`,
        },
      ],
    });
  });

  test("a network id given by hand is not asked of Aiven", () => {
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/aiven`;
    const stack = synthPeering({ remoteVirtualNetworkId: id });
    expect(stack.resource(PEERING).remote_virtual_network_id).toBe(id);
    expect(stack.resource("time_sleep", "answer").triggers).not.toHaveProperty("to_network_id");
    expect(stack.resource("time_sleep", "answer").lifecycle).toMatchObject({
      ignore_changes: ['triggers["to_tenant_id"]'],
      postcondition: [
        { condition: '${self.id == "" || alltrue([for key in ["to_tenant_id"] : self.triggers[key] != ""])}' },
      ],
    });
  });
});

describe("the Azure half", () => {
  const peering = plain.resource(PEERING);
  const answer = plain.address("time_sleep", "answer");

  test("it joins the network that Aiven named, in Azure's own case", () => {
    expect(peering).toMatchObject({
      virtual_network_name: "Hub-VNet",
      resource_group_name: "Network-RG",
      remote_virtual_network_id: after(answer, `${answer}.triggers.to_network_id`),
    });
  });

  test("a new Aiven half makes a new Azure half, as half a peering cannot be joined again", () => {
    expect(peering.lifecycle).toEqual({ replace_triggered_by: [`${answer}.id`] });
  });

  test("hosts may talk to each other, and nothing else is opened", () => {
    expect(peering).toMatchObject({
      allow_virtual_network_access: true,
      allow_forwarded_traffic: false,
      allow_gateway_transit: false,
      use_remote_gateways: false,
    });
  });

  test("it is created by the peering application, which signs in once Aiven has accepted", () => {
    const [provider, ...others] = plain.peeringProviders;
    expect(others).toEqual([]);
    expect(peering.provider).toBe(`azurerm.${String(provider?.alias)}`);
    expect(provider).toMatchObject({
      client_id: after(answer, `${answer}.triggers.client_id`),
      auxiliary_tenant_ids: [after(answer, `${answer}.triggers.to_tenant_id`)],
      tenant_id: TENANT,
      subscription_id: SUBSCRIPTION,
      client_secret: `\${${plain.address("azuread_application_password")}.value}`,
    });
  });
});

describe("the peering application's provider", () => {
  test("every other way of signing in is shut out", () => {
    expect(plain.peeringProviders[0]).toMatchObject({
      client_id_file_path: "",
      client_secret_file_path: "",
      client_certificate: "",
      client_certificate_path: "",
      use_oidc: false,
      use_aks_workload_identity: false,
      resource_provider_registrations: "none",
    });
  });

  test("the Azure CLI or a managed identity stands in at the first plan, where the secret is made in the same stack", () => {
    expect(plain.peeringProviders[0]).not.toHaveProperty("use_cli");
    expect(plain.peeringProviders[0]).not.toHaveProperty("use_msi");
  });
});

describe("a virtual network of the same app", () => {
  const stack = synthStack((stack) => {
    addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack)) });
  });

  test("everything waits for it through its id", () => {
    expect(stack.resource("azurerm_role_assignment", "access_aiven").scope).toBe("${azurerm_virtual_network.vnet.id}");
  });

  test("its subscription and tenant are the deployer's, which are known at plan", () => {
    const [name, ...others] = Object.keys(stack.data("azurerm_client_config"));
    expect(others).toEqual([]);
    const deployer = `data.azurerm_client_config.${name}`;
    expect(stack.resource(CONNECTION)).toMatchObject({
      azure_subscription_id: `\${lower(${deployer}.subscription_id)}`,
      peer_azure_tenant_id: `\${lower(${deployer}.tenant_id)}`,
    });
    expect(stack.peeringProviders[0]).toMatchObject({
      subscription_id: `\${${deployer}.subscription_id}`,
      tenant_id: `\${${deployer}.tenant_id}`,
    });
  });
});

test("the library makes no output: values are properties", () => {
  expect(plain.json.output).toBeUndefined();
});

test("no secret is in the JSON, only references", () => {
  expect(JSON.stringify(plain.json)).not.toMatch(/"client_secret": ?"(?!\$\{|")/);
});
