import { addPeering, type Block, SUBSCRIPTION, synthPeering, synthStack } from "../support/synth";

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
