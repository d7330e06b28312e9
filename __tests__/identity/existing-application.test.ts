import { TerraformStack, TerraformVariable } from "cdktf";
import { DeployerApplication, ExistingCredential, ExistingPeeringApplication } from "cdktf-aiven-azure-peering";
import { synthIdentity } from "../support/identity";
import { CLIENT, OTHER_SUBSCRIPTION } from "../support/synth";

const existing = (stack: TerraformStack, credential = ExistingCredential.federated()) =>
  new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential });

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
