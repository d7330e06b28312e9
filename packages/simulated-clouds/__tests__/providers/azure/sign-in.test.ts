import { writeFileSync } from "node:fs";
import path from "node:path";
import { AIVEN_TENANT_ID } from "../../../src/clouds/aiven/well-known";
import { federatedAssertion } from "../../../src/clouds/entra/assertions";
import type { SettingsInput, SignIn } from "../../../src/clouds/settings";
import { AZURERM, AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";

const harness = new AzureHarness();
const EXISTING = "11111111-0000-4000-8000-000000000001";
const existingApplication = {
  clientId: EXISTING,
  displayName: "existing",
  multiTenant: true,
  secret: "existing-secret",
  certificate: "existing-certificate",
  grants: ["Microsoft.Resources/subscriptions/providers/read"],
};

const NO_CLI =
  'unable to build authorizer for Resource Manager API: could not configure AzureCli Authorizer: could not parse Azure CLI version: launching Azure CLI: exec: "az": executable file not found in $PATH';

/** A provider block and what it signs in as. */
const whoAmI = (provider: object = {}) => ({
  provider: { azurerm: { ...AZURERM, ...provider } },
  data: { azurerm_client_config: { me: {} } },
  output: {
    client_id: { value: "${data.azurerm_client_config.me.client_id}" },
    object_id: { value: "${data.azurerm_client_config.me.object_id}" },
  },
});

const tenant = () => ({ tenant_id: harness.world.settings.customer.tenantId });

async function clientId(settings: SettingsInput, provider: object = {}): Promise<unknown> {
  harness.start(settings);
  expectSuccess(await harness.configure(whoAmI(provider)).apply());
  return (await harness.outputs()).client_id;
}

/** An alias whose credentials Terraform knows only after another resource was made. */
const unknownCredentials = (alias: object = {}) => ({
  provider: {
    azurerm: [
      AZURERM,
      {
        ...AZURERM,
        alias: "later",
        client_id: "${terraform_data.credentials.output}",
        client_secret: "${terraform_data.credentials.output}",
        resource_provider_registrations: "none",
        ...alias,
      },
    ],
  },
  resource: {
    terraform_data: { credentials: { input: "00000000-0000-4000-8000-000000000000" } },
    azurerm_resource_group: { group: { provider: "azurerm.later", name: "group", location: "westeurope" } },
  },
});

test.each<[SignIn, string]>([
  ["client-secret", "application"],
  ["client-certificate", "application"],
  ["oidc", "application"],
])("signed in by %s, the operator's environment is who azurerm acts as", async (signIn) => {
  expect(await clientId({ signIn })).toBe(harness.world.deployer.application?.clientId);
});

test("signed in by managed identity, azurerm acts as that identity", async () => {
  expect(await clientId({ signIn: "managed-identity" })).toBe(harness.world.deployer.managedIdentity?.clientId);
});

test("signed in by the Azure CLI, azurerm acts as the person and shows the CLI's client id", async () => {
  expect(await clientId({ signIn: "azure-cli" })).toBe("04b07795-8ddb-461a-bbee-02f9e1bf7b46");
  expect((await harness.outputs()).object_id).toBe(harness.world.deployer.user?.objectId);
});

test("nobody signed in, every plan fails for want of az", async () => {
  harness.start({ signIn: "none" });
  const { code, text } = await harness.configure(whoAmI()).plan();
  expect([code, text]).toEqual([1, expect.stringContaining(NO_CLI)]);
});

test("azurerm signs in eagerly: an alias whose only resource has count 0 must be able to", async () => {
  harness.start({ signIn: "none" });
  const resource = { azurerm_resource_group: { group: { count: 0, name: "group", location: "westeurope" } } };
  expect((await harness.configure({ resource }).plan()).text).toContain(NO_CLI);
});

test("an alias that no resource uses is not configured", async () => {
  harness.start({ signIn: "none" });
  expectSuccess(await harness.configure({ resource: { terraform_data: { nothing: {} } } }).plan(), 2);
});

test.each<SignIn>(["azure-cli", "managed-identity"])(
  "with credentials unknown at plan, the plan falls back to what works under %s",
  async (signIn) => {
    harness.start({ signIn });
    expectSuccess(await harness.configure(unknownCredentials()).plan(), 2);
  },
);

test.each<SignIn>(["client-secret", "client-certificate", "oidc", "none"])(
  "with credentials unknown at plan, the plan fails under %s: unknown reads as empty, and the environment does not help",
  async (signIn) => {
    harness.start({ signIn });
    const { code, text } = await harness.configure(unknownCredentials()).plan();
    expect([code, text]).toEqual([1, expect.stringContaining(NO_CLI)]);
    expect(text).toMatch(/provider\["registry\.(terraform\.io|opentofu\.org)\/hashicorp\/azurerm"\]\.later/);
  },
);

test("use_cli = false makes a plan with unknown credentials fail under the CLI too", async () => {
  const { code, text } = await harness.configure(unknownCredentials({ use_cli: false })).plan();
  expect(code).toBe(1);
  expect(text).toContain("no Authorizer could be configured, please check your configuration");
});

test("a known secret wins over the Azure CLI", async () => {
  const block = { ...tenant(), client_id: EXISTING, client_secret: "existing-secret" };
  expect(await clientId({ existingApplication }, block)).toBe(EXISTING);
});

test("a certificate wins over a secret, even where only the operator's environment names it", async () => {
  harness.start({ signIn: "client-certificate", existingApplication });
  const block = { client_id: EXISTING, client_secret: "existing-secret" };
  expect((await harness.configure(whoAmI(block)).plan()).text).toContain("AADSTS700027");
  expectSuccess(
    await harness.configure(whoAmI({ ...block, client_certificate: "", client_certificate_path: "" })).apply(),
  );
  expect((await harness.outputs()).client_id).toBe(EXISTING);
});

test("a secret wins over OIDC, so an absent client_secret lets the operator's win and an empty one does not", async () => {
  const { deployer, settings } = harness.start({ signIn: "client-secret", existingApplication });
  const federated = { use_oidc: true, oidc_token: "not-a-token", client_id: EXISTING };
  expect((await harness.configure(whoAmI(federated)).plan()).text).toContain("AADSTS7000215");
  expect((await harness.configure(whoAmI({ ...federated, client_secret: "" })).plan()).text).toContain("AADSTS50027");
  expect(deployer.environment.ARM_CLIENT_SECRET).toBeDefined();
  expect(settings.signIn).toBe("client-secret");
});

test("OIDC wins over managed identity, and managed identity over the Azure CLI", async () => {
  expect(await clientId({ signIn: "oidc", environment: { ARM_USE_MSI: "true" } })).toBe(
    harness.world.deployer.application?.clientId,
  );
  harness.start({ signIn: "azure-cli", environment: { ARM_USE_MSI: "true" } });
  expect((await harness.configure(whoAmI()).plan()).text).toContain(
    "ManagedIdentityAuthorizer: failed to request token",
  );
});

test("an existing application signs in with its certificate, from a file or from the block", async () => {
  const path = "/secrets/existing.pfx";
  const settings = { existingApplication: { ...existingApplication, certificatePath: path } };
  expect(await clientId(settings, { ...tenant(), client_id: EXISTING, client_certificate_path: path })).toBe(EXISTING);
  const block = { ...tenant(), client_id: EXISTING, client_certificate: "existing-certificate" };
  expect(await clientId(settings, block)).toBe(EXISTING);
  const elsewhere = { ...tenant(), client_id: EXISTING, client_certificate_path: "/no/such.pfx" };
  expect((await harness.configure(whoAmI(elsewhere)).plan()).text).toContain(
    'could not read PKCS#12 archive at "/no/such.pfx"',
  );
});

test("workload identity: the pipeline's token signs the application in, in its own and in an auxiliary tenant", async () => {
  const federated = { issuer: "https://issuer.example", subject: "repo:mine", audience: "api://AzureADTokenExchange" };
  const environment = { ARM_OIDC_TOKEN: federatedAssertion(federated) };
  const { entra } = harness.start({
    signIn: "client-secret",
    environment,
    existingApplication: { ...existingApplication, federated },
  });
  const application = entra.directory.application(EXISTING);
  if (application) entra.servicePrincipals.install(application, AIVEN_TENANT_ID);
  const sealed = { use_oidc: true, client_secret: "", use_cli: false, use_msi: false };
  const block = { ...sealed, client_id: EXISTING, auxiliary_tenant_ids: [AIVEN_TENANT_ID] };
  expectSuccess(await harness.configure(whoAmI(block)).apply());
  expect((await harness.outputs()).client_id).toBe(EXISTING);
  const asked = harness.world.journal
    .matching(/oauth2/)
    .map(({ identity, tenants, status }) => [identity, ...tenants, status]);
  expect(asked).toContainEqual([`app ${EXISTING}`, AIVEN_TENANT_ID, 200]);
});

test("a provider block needs its features block", async () => {
  harness.configure({ ...whoAmI(), provider: { azurerm: { use_cli: true } } });
  const { code, text } = await harness.terraform(["validate"]);
  expect([code, text]).toEqual([1, expect.stringContaining("Block features must have a configuration value")]);
});

test("client_id_file_path must agree with client_id", async () => {
  const file = path.join(harness.folder, "client-id");
  writeFileSync(file, "another\n");
  const { text } = await harness.configure(whoAmI({ client_id: EXISTING, client_id_file_path: file })).plan();
  expect(text).toContain("mismatch between supplied Client ID and supplied Client ID file contents");
});

test("a secret younger than Entra's lag fails Configure at once: a 401 is not tried again", async () => {
  const { world } = harness;
  const { tenantId } = world.settings.customer;
  const resource = {
    azuread_application: { app: { display_name: "app" } },
    azuread_service_principal: { app: { client_id: "${azuread_application.app.client_id}" } },
    azuread_application_password: {
      app: { application_id: "${azuread_application.app.id}", depends_on: ["azuread_service_principal.app"] },
    },
    azurerm_resource_group: { group: { provider: "azurerm.app", name: "group", location: "westeurope" } },
  };
  const alias = {
    ...AZURERM,
    alias: "app",
    tenant_id: tenantId,
    client_id: "${azuread_application.app.client_id}",
    client_secret: "${azuread_application_password.app.value}",
  };
  const { code, text } = await harness.configure({ resource, provider: { azurerm: [AZURERM, alias] } }).apply();
  expect(code).toBe(1);
  expect(text).toContain(
    'building account: could not acquire access token to parse claims: clientCredentialsToken: received HTTP status 401 with response: {"error": "invalid_client", "error_description": "AADSTS7000215: ',
  );
  expect(world.journal.entries.filter(({ code: refusal }) => refusal === "AADSTS7000215")).toHaveLength(1);
});

test("subscription_id must be known at plan", async () => {
  const { code, text } = await harness
    .configure(unknownCredentials({ subscription_id: "${terraform_data.credentials.output}" }))
    .plan();
  expect(code).toBe(1);
  expect(text).toContain("`subscription_id` is a required provider property when performing a plan/apply operation");
});

test("there may be three auxiliary tenants, not four", async () => {
  const { text } = await harness.configure(whoAmI({ auxiliary_tenant_ids: ["a", "b", "c", "d"] })).plan();
  expect(text).toContain("the provider only supports up to 3 auxiliary tenant IDs");
});

test("azuread signs in eagerly as well, in the same order", async () => {
  harness.start({ signIn: "none" });
  const { code, text } = await harness.configure({ data: { azuread_client_config: { me: {} } } }).plan();
  expect(code).toBe(1);
  expect(text).toContain("could not configure AzureCli Authorizer: could not parse Azure CLI version");
  harness.start({ signIn: "client-secret" });
  const output = { client_id: { value: "${data.azuread_client_config.me.client_id}" } };
  expectSuccess(await harness.configure({ data: { azuread_client_config: { me: {} } }, output }).apply());
  expect((await harness.outputs()).client_id).toBe(harness.world.deployer.application?.clientId);
});
