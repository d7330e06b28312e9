import { writeFileSync } from "node:fs";
import path from "node:path";
import { AIVEN_TENANT_ID } from "../../../src/clouds/aiven/well-known";
import { federatedAssertion } from "../../../src/clouds/entra/assertions";
import { CUSTOMER_TENANT_ID, type SettingsInput } from "../../../src/clouds/settings";
import { AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";
import { createNetwork } from "../../clouds/people";
import { EC_CERTIFICATE, PKCS12_CERTIFICATE, RSA_CERTIFICATE } from "../../../../../tools/certificates";

const harness = new AzureHarness();
const EXISTING = "11111111-0000-4000-8000-000000000001";
const federated = { issuer: "https://issuer.example", subject: "repo:mine", audience: "api://AzureADTokenExchange" };
const existingApplication = {
  clientId: EXISTING,
  displayName: "existing",
  multiTenant: true,
  secret: "existing-secret",
  certificate: RSA_CERTIFICATE,
  federated,
  grants: ["Microsoft.Network/virtualNetworks/read"],
};

/** Reads a network through azapi: whoever it signs in as is in the journal. */
const reading = (block: object) => ({
  terraform: { required_providers: { azapi: { source: "azure/azapi" } } },
  provider: { azapi: block },
  data: {
    azapi_resource: {
      it: { type: "Microsoft.Network/virtualNetworks@2024-05-01", resource_id: createNetwork(harness.world) },
    },
  },
});

async function plan(block: object, settings: SettingsInput = {}) {
  harness.start({ existingApplication, ...settings });
  return harness.configure(reading({ tenant_id: CUSTOMER_TENANT_ID, ...block })).plan();
}

/** Who asked, token endpoint and Resource Manager alike. */
const callers = () => [...new Set(harness.world.journal.entries.map(({ identity }) => identity))];

const EMPTY = "sources must contain at least one TokenCredential";
const NOBODY = { use_cli: false };
const application = { client_id: EXISTING, ...NOBODY };

test.each<[string, object, SettingsInput?]>([
  ["secret", { client_secret: "existing-secret" }],
  ["certificate, PEM", { client_certificate: RSA_CERTIFICATE }],
  ["certificate, PKCS#12", { client_certificate: PKCS12_CERTIFICATE, client_certificate_password: "word" }],
  ["OIDC token", { use_oidc: true, oidc_token: federatedAssertion(federated) }],
  [
    "OIDC token of the environment",
    { use_oidc: true },
    { environment: { ARM_OIDC_TOKEN: federatedAssertion(federated) } },
  ],
])("signs in with a %s", async (...[, block, settings]) => {
  expectSuccess(await plan({ ...application, ...block }, settings));
  expect(callers()).toEqual([`app ${EXISTING}`]);
});

test("signs in with an OIDC token from a file", async () => {
  harness.start({ existingApplication });
  const file = path.join(harness.folder, "token");
  writeFileSync(file, federatedAssertion(federated));
  const block = { ...application, tenant_id: CUSTOMER_TENANT_ID, use_oidc: true, oidc_token_file_path: file };
  expectSuccess(await harness.configure(reading(block)).plan());
  expect(callers()).toEqual([`app ${EXISTING}`]);
});

test.each<[string, object, string]>([
  ["an OIDC token before a secret", { use_oidc: true, oidc_token: "no token", client_secret: "x" }, "AADSTS50027"],
  ["a secret before a certificate", { client_secret: "x", client_certificate: RSA_CERTIFICATE }, "AADSTS7000215"],
  [
    "a certificate before the CLI",
    { client_certificate: PKCS12_CERTIFICATE, client_certificate_password: "word", use_cli: true },
    "",
  ],
  ["a secret before the CLI, and a refusal is the end", { client_secret: "x", use_cli: true }, "AADSTS7000215"],
])("%s", async (_, block, code) => {
  const { code: exit, text } = await plan({ ...application, ...block });
  expect(exit).toBe(code === "" ? 0 : 1);
  expect(text).toContain(code);
  expect(callers()).toEqual([`app ${EXISTING}`]);
  expect(harness.world.journal.matching(/oauth2/)).toHaveLength(1);
});

test.each<[string, object, SettingsInput?]>([
  ["nothing at all", {}],
  ["an empty secret", { client_secret: "" }],
  ["an elliptic curve key", { client_certificate: EC_CERTIFICATE }],
  ["a certificate that is none", { client_certificate: "bm9uZQ==" }],
  ["PKCS#12 under another password", { client_certificate: PKCS12_CERTIFICATE, client_certificate_password: "other" }],
  ["a certificate in a file that is not there", { client_certificate_path: "/no/such.pem" }],
  ["a client id file that is not there", { client_id_file_path: "/no/such", client_secret: "existing-secret" }],
  ["no tenant", { tenant_id: "", client_secret: "existing-secret" }],
  ["OIDC without a token", { use_oidc: true }],
  ["a token while OIDC is off", { oidc_token: federatedAssertion(federated) }],
  [
    'a secret in the environment and "" in the block',
    { client_secret: "" },
    { environment: { ARM_CLIENT_SECRET: "existing-secret" } },
  ],
])("%s is left out without a word, and a chain of nothing is an error at once", async (...[, block, settings]) => {
  const { code, text } = await plan({ ...application, ...block }, settings);
  expect([code, text]).toEqual([1, expect.stringContaining(`Failed to obtain a credential.`)]);
  expect(text).toContain(EMPTY);
  expect(harness.world.journal.entries).toEqual([]);
});

test("a client id file that says something else drops the secret, and the CLI is next", async () => {
  harness.start({ existingApplication });
  const file = path.join(harness.folder, "client-id");
  writeFileSync(file, "another\n");
  const block = {
    tenant_id: CUSTOMER_TENANT_ID,
    client_id: EXISTING,
    client_id_file_path: file,
    client_secret: "existing-secret",
  };
  expectSuccess(await harness.configure(reading(block)).plan());
  expect(callers()).toEqual(["deployer"]);
});

test("null is the environment: under a service principal azapi acts as the operator", async () => {
  harness.start({ signIn: "client-secret" });
  expectSuccess(await harness.configure(reading({})).plan());
  expect(callers()).toEqual(["deployer"]);
});

test("managed identity, and use_cli is true unless it is given", async () => {
  harness.start({ signIn: "managed-identity" });
  expectSuccess(await harness.configure(reading({ tenant_id: CUSTOMER_TENANT_ID })).plan());
  expect(callers()).toEqual(["deployer"]);
  harness.start({ signIn: "none" });
  const { code, text } = await harness.configure(reading({ tenant_id: CUSTOMER_TENANT_ID })).plan();
  expect([code, text]).toEqual([1, expect.stringContaining("AzureCLICredential: executable not found on path")]);
});

test("without a client id a secret is tried all the same", async () => {
  const { code, text } = await plan({ client_id: "", client_secret: "x" });
  expect([code, text]).toEqual([1, expect.stringContaining("AADSTS700016")]);
  expect(text).toContain("ClientSecretCredential authentication failed.");
});

test("one token per tenant, at the first request", async () => {
  harness.start({ existingApplication });
  const found = harness.world.entra.directory.application(EXISTING);
  if (found) harness.world.entra.servicePrincipals.install(found, AIVEN_TENANT_ID);
  const block = { ...application, client_secret: "existing-secret", tenant_id: CUSTOMER_TENANT_ID };
  expectSuccess(await harness.configure(reading({ ...block, auxiliary_tenant_ids: [AIVEN_TENANT_ID] })).plan());
  const tokens = harness.world.journal.matching(/oauth2/).flatMap(({ tenants }) => tenants);
  expect(tokens).toEqual([CUSTOMER_TENANT_ID, AIVEN_TENANT_ID]);
  const [read] = harness.world.journal.matching(/^GET .*virtualNetworks/);
  expect(read.tenants).toEqual([CUSTOMER_TENANT_ID, AIVEN_TENANT_ID]);
});

test("an auxiliary tenant that refuses stops the request, and is asked once", async () => {
  const block = { ...application, client_secret: "existing-secret", auxiliary_tenant_ids: [AIVEN_TENANT_ID] };
  const { code, text } = await plan(block);
  expect([code, text]).toEqual([1, expect.stringContaining("AADSTS7000229")]);
  expect(harness.world.journal.matching(/^GET .*virtualNetworks/)).toEqual([]);
});

test("an environment that is none is refused", async () => {
  const { code, text } = await plan({ environment: "germany" });
  expect([code, text]).toEqual([1, expect.stringContaining("The `environment` value 'germany' is invalid.")]);
});
