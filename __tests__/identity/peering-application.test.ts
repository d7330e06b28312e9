import { TerraformStack } from "cdktf";
import {
  AivenServicePrincipalSource,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  type PeeringIdentity,
} from "cdktf-aiven-azure-peering";
import { synthApplication, synthIdentity } from "../support/identity";
import { CLIENT, OTHER_SUBSCRIPTION, SUBSCRIPTION } from "../support/synth";

describe("the right to list resource providers", () => {
  test("is granted in the deployer's subscription by default", () => {
    const stack = synthApplication({});
    const name = Object.keys(stack.data("azurerm_client_config"))[0];
    expect(stack.resource("azurerm_role_assignment", "resource-providers").scope).toBe(
      `/subscriptions/\${data.azurerm_client_config.${name}.subscription_id}`,
    );
  });

  test("is granted in each subscription that is named", () => {
    const stack = synthApplication({ subscriptionIds: [SUBSCRIPTION, OTHER_SUBSCRIPTION] });
    const scopes = Object.entries(stack.resources("azurerm_role_assignment"))
      .filter(([name]) => name.includes("resource-providers"))
      .map(([, assignment]) => assignment.scope);
    expect(scopes).toEqual([`/subscriptions/${SUBSCRIPTION}`, `/subscriptions/${OTHER_SUBSCRIPTION}`]);
  });

  test("can be left out, for azurerm 5", () => {
    const stack = synthApplication({ grantResourceProviderRead: false });
    expect(stack.addresses.filter((address) => address.includes("resource-providers"))).toEqual([]);
  });

  test("can be given by an existing role", () => {
    const id = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
    const stack = synthApplication({ resourceProviderRoleDefinitionId: id });
    const [deployer] = Object.keys(stack.data("azurerm_client_config"));
    // As Azure returns it: by the subscription in which it is assigned.
    expect(stack.resource("azurerm_role_assignment", "resource-providers").role_definition_id).toBe(
      `/subscriptions/\${data.azurerm_client_config.${deployer}.subscription_id}/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`,
    );
    expect(Object.keys(stack.resources("azurerm_role_definition")).join()).not.toContain("resource-providers");
  });
});

describe("an application of its own", () => {
  test("has a name that is unique in the app, or a given one", () => {
    expect(synthApplication({}).resource("azuread_application").display_name).toMatch(
      /^aiven-azure-peering [0-9a-f]{8}$/,
    );
    expect(synthApplication({ displayName: "Peering" }).resource("azuread_application").display_name).toBe("Peering");
  });

  test("waits 100 seconds until it can be used by a later stack", () => {
    const stack = synthApplication({});
    expect(stack.resource("time_sleep", "identity_propagation")).toMatchObject({
      create_duration: "100s",
      triggers: {
        client_id: `\${${stack.address("azuread_application")}.client_id}`,
        key_id: `\${${stack.address("azuread_application_password")}.key_id}`,
        "resource-providers": `\${${stack.address("azurerm_role_assignment", "resource-providers")}.id}`,
      },
      depends_on: [
        stack.address("azuread_application_password"),
        stack.address("azurerm_role_assignment", "resource-providers"),
      ],
    });
  });

  test("waits as long as it is told, or not at all", () => {
    expect(synthApplication({ propagation: "5m" }).resource("time_sleep", "identity_").create_duration).toBe("5m");
    expect(Object.keys(synthApplication({ propagation: "0s" }).resources("time_sleep")).join()).not.toContain(
      "identity",
    );
  });
});

describe("Aiven's service principal", () => {
  test.each<[string, (stack: TerraformStack, source: AivenServicePrincipalSource) => PeeringIdentity]>([
    [
      "an own application",
      (s, aivenServicePrincipal) => new PeeringApplication(s, "identity", { aivenServicePrincipal }),
    ],
    [
      "an existing application",
      (s, aivenServicePrincipal) =>
        new ExistingPeeringApplication(s, "identity", {
          clientId: CLIENT,
          credential: ExistingCredential.federated(),
          aivenServicePrincipal,
        }),
    ],
    ["the deployer", (s, aivenServicePrincipal) => new DeployerApplication(s, "identity", { aivenServicePrincipal })],
  ])("is looked up on demand, for %s", (_, create) => {
    const stack = synthIdentity((s) => create(s, AivenServicePrincipalSource.EXISTING));
    expect(JSON.stringify(stack.resources("azuread_service_principal"))).not.toContain("55f300d4");
    const [name] = Object.entries(stack.data("azuread_service_principal"))
      .filter(([, data]) => data.client_id === "55f300d4-fc50-4c5e-9222-e90a6e2187fb")
      .map(([key]) => key);
    expect(stack.resource("azurerm_role_assignment", "access_aiven").principal_id).toBe(
      `\${data.azuread_service_principal.${name}.object_id}`,
    );
    const created = synthIdentity((s) => create(s, AivenServicePrincipalSource.CREATE));
    expect(
      created.resource("azuread_service_principal", "aiven-azure-peering-aiven-service-principal").client_id,
    ).toMatch(/^55f300d4/);
  });
});
