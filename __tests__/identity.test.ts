import { App, TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenServicePrincipalSource,
  ClientSecretSlot,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  type FederatedCredentialOptions,
  PeeringApplication,
  type PeeringApplicationProps,
  PeeringCredential,
  type PeeringIdentity,
} from "cdktf-aiven-azure-peering";
import {
  addPeering,
  addProviders,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  synthApp,
  synthStack,
} from "./support/synth";

const synthIdentity = (create: (stack: TerraformStack) => PeeringIdentity) =>
  synthStack((stack) => {
    addPeering(stack, { identity: create(stack) });
  });
const synthApplication = (props: PeeringApplicationProps) =>
  synthIdentity((stack) => new PeeringApplication(stack, "identity", props));
const existing = (stack: TerraformStack, credential = ExistingCredential.federated()) =>
  new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential });

describe("a client secret", () => {
  test("ends when Microsoft Graph says by default, and there is one", () => {
    const passwords = synthApplication({}).resources("azuread_application_password");
    expect(Object.values(passwords)).toEqual([expect.not.objectContaining({ end_date: expect.anything() as unknown })]);
  });

  const secret = (active?: ClientSecretSlot) =>
    synthApplication({
      credential: PeeringCredential.clientSecret({
        primaryEndDate: "2031-01-31T00:00:00Z",
        secondaryEndDate: "2031-07-31T00:00:00Z",
        active,
      }),
    });

  test.each([
    [undefined, "primary", "secondary"],
    [ClientSecretSlot.PRIMARY, "primary", "secondary"],
    [ClientSecretSlot.SECONDARY, "secondary", "primary"],
  ])("with active %s the provider signs in with the %s one", (active, used, idle) => {
    const stack = secret(active);
    const address = stack.address("azuread_application_password", used);
    expect(stack.peeringProviders[0]?.client_secret).toBe(`\${${address}.value}`);
    expect(stack.resource("azuread_application_password", idle)).toHaveProperty("end_date");
    expect(JSON.stringify(stack.checks)).toContain(`timeadd(${address}.end_date, \\"-720h\\")`);
  });

  test("a check warns 30 days before the one in use ends", () => {
    const stack = secret();
    const [check] = Object.entries(stack.checks).filter(([name]) => name.endsWith("_ends"));
    const address = stack.address("azuread_application_password", "primary");
    expect(check?.[1].assert).toEqual({
      condition: `\${timecmp(plantimestamp(), timeadd(${address}.end_date, "-720h")) < 0}`,
      error_message: `stack/identity/client-secret: the client secret of the peering application ends on \${${address}.end_date}; give the idle slot a new end date and apply, then make it the active one and apply again`,
    });
  });

  test("switching the slot changes nothing but the provider, the check and what is waited for", () => {
    const [primary, secondary] = [secret(ClientSecretSlot.PRIMARY), secret(ClientSecretSlot.SECONDARY)];
    expect(primary.json.resource?.azuread_application_password).toEqual(
      secondary.json.resource?.azuread_application_password,
    );
    expect(primary.json.resource?.aiven_azure_vpc_peering_connection).toEqual(
      secondary.json.resource?.aiven_azure_vpc_peering_connection,
    );
  });

  test("the end date of an idle secret may be past", () => {
    expect(() =>
      PeeringCredential.clientSecret({
        primaryEndDate: "2020-01-01T00:00:00Z",
        secondaryEndDate: "2031-01-01T00:00:00Z",
        active: ClientSecretSlot.SECONDARY,
      }),
    ).not.toThrow();
  });
});

describe("workload identity federation", () => {
  /** With azurerm the application has to exist before the peering is planned, so it is of a stack of its own. */
  const federate = (...credentials: FederatedCredentialOptions[]) =>
    synthApp((app) => {
      const [first, second] = ["identity", "peering"].map((name) => {
        const stack = new TerraformStack(app, name);
        addProviders(stack);
        return stack;
      }) as [TerraformStack, TerraformStack];
      const credential = PeeringCredential.federated(...credentials);
      addPeering(second, { identity: new PeeringApplication(first, "identity", { credential }) });
    });
  const trusted = { issuer: "https://issuer.example", subject: "repo:me/it:ref:main" };
  const { identity, peering } = federate(trusted);

  test("trusts the issuer and makes no secret", () => {
    expect(identity.resource("azuread_application_federated_identity_credential")).toMatchObject({
      application_id: `\${${identity.address("azuread_application")}.id}`,
      issuer: "https://issuer.example",
      subject: "repo:me/it:ref:main",
      audiences: ["api://AzureADTokenExchange"],
      display_name: "terraform",
    });
    expect(identity.resources("azuread_application_password")).toEqual({});
  });

  test("audience and name can be set", () => {
    const stack = federate({ ...trusted, audience: "api://other", displayName: "pipeline" }).identity;
    expect(stack.resource("azuread_application_federated_identity_credential")).toMatchObject({
      audiences: ["api://other"],
      display_name: "pipeline",
    });
  });

  test("the operator's own secret, which azurerm would prefer, is shut out", () => {
    expect(peering.peeringProviders[0]).toMatchObject({ use_oidc: true, client_secret: "", client_certificate: "" });
    expect(peering.peeringProviders[0]).not.toHaveProperty("oidc_token");
  });

  test("the wait begins after the credential", () => {
    expect(identity.resource("time_sleep", "identity_propagation").depends_on).toContain(
      identity.address("azuread_application_federated_identity_credential"),
    );
  });
});

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

describe("an existing application", () => {
  test("creates no application, and looks up its service principal", () => {
    const stack = synthIdentity((s) => existing(s));
    expect(stack.resources("azuread_application")).toEqual({});
    expect(stack.resource("azurerm_role_assignment", "access_application").principal_id).toMatch(
      /^\$\{data\.azuread_service_principal\..*\.object_id\}$/,
    );
    expect(stack.addresses.filter((address) => address.includes("resource-providers"))).toEqual([]);
  });

  test("of a single tenant is refused when it is looked up, before anything is made", () => {
    const [data] = Object.values(synthIdentity((s) => existing(s)).data("azuread_service_principal"));
    expect(data.lifecycle).toEqual({
      postcondition: [
        {
          condition:
            '${contains(["AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount"], self.sign_in_audience)}',
          error_message: `stack/identity: identity.clientId: "${CLIENT}" is not allowed, its application is of a single tenant (\${self.sign_in_audience}); use one whose sign-in audience is AzureADMultipleOrgs`,
        },
      ],
    });
  });

  test("is not looked up where the object id is given", () => {
    const stack = synthIdentity(
      (s) =>
        new ExistingPeeringApplication(s, "identity", {
          clientId: CLIENT,
          servicePrincipalObjectId: OTHER_SUBSCRIPTION,
          credential: ExistingCredential.federated(),
        }),
    );
    expect(stack.resource("azurerm_role_assignment", "access_application").principal_id).toBe(OTHER_SUBSCRIPTION);
    expect(stack.data("azuread_service_principal")).toEqual({});
  });

  test("signs in with its secret alone", () => {
    const stack = synthIdentity((s) =>
      existing(s, ExistingCredential.clientSecret(new TerraformVariable(s, "secret", { sensitive: true }).stringValue)),
    );
    expect(stack.peeringProviders[0]).toMatchObject({
      client_secret: "${var.secret}",
      client_certificate: "",
      client_certificate_path: "",
      use_oidc: false,
      use_cli: false,
      use_msi: false,
    });
  });

  test("signs in with a federated token alone", () => {
    expect(synthIdentity((s) => existing(s)).peeringProviders[0]).toMatchObject({
      client_secret: "",
      use_oidc: true,
      use_cli: false,
      use_msi: false,
    });
  });

  test.each([
    [
      { base64: "TUlJ", password: "p" },
      { client_certificate: "TUlJ", client_certificate_path: "" },
    ],
    [
      { path: "/run/app.pfx", password: "p" },
      { client_certificate: "", client_certificate_path: "/run/app.pfx" },
    ],
  ])("signs in with a certificate alone: %j", (options, expected) => {
    const stack = synthIdentity((s) => existing(s, ExistingCredential.clientCertificate(options)));
    expect(stack.peeringProviders[0]).toMatchObject({
      ...expected,
      client_certificate_password: "p",
      client_secret: "",
      use_oidc: false,
      use_cli: false,
      use_msi: false,
    });
  });
});

describe("the deployer", () => {
  const stack = synthIdentity((s) => new DeployerApplication(s, "identity"));

  test("is who azurerm is signed in as, and no secret is named", () => {
    const [name, ...others] = Object.keys(stack.data("azurerm_client_config"));
    expect(others).toEqual([]);
    expect(stack.resource("time_sleep", "access_propagation").triggers).toMatchObject({
      client_id: `\${data.azurerm_client_config.${name}.client_id}`,
    });
    expect(stack.resource("azurerm_role_assignment", "access_application").principal_id).toBe(
      `\${data.azurerm_client_config.${name}.object_id}`,
    );
    expect(stack.peeringProviders[0]).not.toHaveProperty("client_secret");
    expect(stack.resources("azuread_application")).toEqual({});
  });

  test("cannot be a person or a managed identity", () => {
    expect(stack.peeringProviders[0]).toMatchObject({ use_cli: false, use_msi: false });
  });
});

describe("what is said at synth", () => {
  const messages = (build: (stack: TerraformStack) => void) => {
    const app = new App();
    const stack = new TerraformStack(app, "stack");
    addProviders(stack);
    build(stack);
    return stack.node.findAll().flatMap((node) => node.node.metadata.filter((entry) => /info|warn/.test(entry.type)));
  };

  test("an application of the same stack needs the Azure CLI or a managed identity at the first plan", () => {
    expect(messages((stack) => addPeering(stack))).toEqual([
      expect.objectContaining({
        type: "@cdktf/info",
        data:
          "the peering application is created in this stack (stack), so its credentials are unknown to the first plan, which " +
          "works only while Terraform is signed in with the Azure CLI or a managed identity. As a service principal, give azureHalf: " +
          "AzureHalfProvider.AZAPI, or create the PeeringApplication in a stack of its own and deploy that first (cdktf deploy '*'), " +
          "or bring an ExistingPeeringApplication",
      }),
    ]);
  });

  test("nothing where the credentials are known", () => {
    expect(messages((stack) => addPeering(stack, { identity: existing(stack) }))).toEqual([]);
  });

  test("a virtual network in a subscription that the application cannot read draws a warning", () => {
    const warned = (props: PeeringApplicationProps, subscriptionId: string) =>
      messages((stack) =>
        addPeering(stack, {
          identity: new PeeringApplication(stack, "identity", props),
          virtualNetwork: network({ subscriptionId }),
        }),
      ).filter((entry) => entry.type === "@cdktf/warn");
    expect(warned({ subscriptionIds: [SUBSCRIPTION] }, OTHER_SUBSCRIPTION)).toEqual([
      expect.objectContaining({
        data: `the application may not list the resource providers of subscription "${OTHER_SUBSCRIPTION}", and azurerm 4.x fails without; add it to subscriptionIds of the identity`,
      }),
    ]);
    expect(warned({ subscriptionIds: [SUBSCRIPTION.toUpperCase()] }, SUBSCRIPTION)).toEqual([]);
    expect(warned({ grantResourceProviderRead: false, subscriptionIds: [SUBSCRIPTION] }, OTHER_SUBSCRIPTION)).toEqual(
      [],
    );
  });
});
