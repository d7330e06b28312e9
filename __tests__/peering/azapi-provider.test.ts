import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  AzurePeeringProvider,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  PeeringCredential,
  type PeeringIdentity,
} from "cdktf-aiven-azure-peering";
import { UNREGISTERED_CERTIFICATE } from "../../lib/peering/azapi-peering";
import schemas from "../../schemas/azapi.json";
import { addPeering, type Block, CLIENT, SUBSCRIPTION, synthStack, TENANT } from "../support/synth";

/** Every argument that azapi has: a release with one more is to be looked at before it is used. */
const ATTRIBUTES = Object.keys(
  schemas.provider_schemas["registry.terraform.io/azure/azapi"].provider.block.attributes,
).sort();

/** Arguments that are left out, which azapi fills from the environment or by its default, and why each can let nobody else in. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  // Read only where use_oidc is true, which is set: for an application that proves itself by the pipeline's token, and so from there.
  oidc_token: "the pipeline's",
  oidc_token_file_path: "the pipeline's",
  oidc_request_url: "the pipeline's",
  oidc_request_token: "the pipeline's",
  oidc_azure_service_connection_id: "the pipeline's",
  // Which Azure it is, not who asks.
  environment: "as the deployer's provider has it, see below",
  endpoint: "the place of an emulator",
  disable_instance_discovery: "for an emulator",
  // What a request is marked with.
  custom_correlation_request_id: "a mark",
  disable_correlation_request_id: "a mark",
  disable_terraform_partner_id: "a mark",
  partner_id: "a mark",
  // What is asked, and how often.
  default_location: "peerings have none",
  default_name: "every peering has a name",
  default_tags: "peerings have none",
  ignore_no_op_changes: "its default, true, keeps plans empty",
  maximum_busy_retry_attempts: "bounded by timeouts",
  preserve_resource_id_casing: "ids are written as Azure has them",
  always_acquire_policy_token: "asks Azure Policy, as the same application",
};

/** What is the same for everybody. */
const ALWAYS = {
  subscription_id: SUBSCRIPTION,
  tenant_id: TENANT,
  skip_provider_registration: true,
  enable_preflight: false,
  disable_default_output: true,
  use_cli: false,
  use_msi: false,
  use_aks_workload_identity: false,
};

const SEALED = {
  ...ALWAYS,
  use_oidc: false,
  client_id: CLIENT,
  client_id_file_path: "",
  client_secret: "",
  client_secret_file_path: "",
  client_certificate: "",
  client_certificate_path: "",
  client_certificate_password: "",
};

/** Filled from the operator's environment where they are absent, and so present for everybody but the operator. */
const FROM_ENVIRONMENT = [
  "client_id",
  "client_id_file_path",
  "client_secret",
  "client_secret_file_path",
  "client_certificate",
  "client_certificate_path",
  "client_certificate_password",
  "use_oidc",
  "use_cli",
  "use_msi",
  "use_aks_workload_identity",
  "tenant_id",
  "subscription_id",
  "auxiliary_tenant_ids",
];

const existing = (credential: (stack: TerraformStack) => ExistingCredential) => (stack: TerraformStack) =>
  new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential: credential(stack) });
const secret = (stack: TerraformStack) =>
  new TerraformVariable(stack, "secret", { type: "string", sensitive: true }).stringValue;

const IDENTITIES: Record<string, [identity: (stack: TerraformStack) => PeeringIdentity, expected: Block]> = {
  "an application with a secret": [
    (stack) => new PeeringApplication(stack, "identity"),
    {
      ...SEALED,
      client_id: "${azuread_application.identity_application_BD37E8B0.client_id}",
      client_secret: "${azuread_application_password.identity_client-secret_primary_E7D7C299.value}",
      client_certificate: UNREGISTERED_CERTIFICATE,
    },
  ],
  "a federated application": [
    (stack) =>
      new PeeringApplication(stack, "identity", {
        credential: PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s" }),
      }),
    {
      ...SEALED,
      client_id: "${azuread_application.identity_application_BD37E8B0.client_id}",
      use_oidc: true,
      client_secret: "none",
    },
  ],
  "an existing one with a secret": [
    existing((stack) => ExistingCredential.clientSecret(secret(stack))),
    { ...SEALED, client_secret: "${var.secret}", client_certificate: UNREGISTERED_CERTIFICATE },
  ],
  "an existing one with a certificate": [
    existing((stack) => ExistingCredential.clientCertificate({ base64: "TUlJ", password: secret(stack) })),
    { ...SEALED, client_certificate: "TUlJ", client_certificate_password: "${var.secret}" },
  ],
  "an existing one with a certificate in a file": [
    existing(() => ExistingCredential.clientCertificate({ path: "/run/app.pfx" })),
    { ...SEALED, client_certificate_path: "/run/app.pfx" },
  ],
  "an existing federated one": [
    existing(() => ExistingCredential.federated()),
    { ...SEALED, use_oidc: true, client_secret: "none" },
  ],
  "Terraform's own": [
    (stack) => new DeployerApplication(stack, "identity"),
    { ...ALWAYS, client_id: "${data.azurerm_client_config.aiven-azure-peering-deployer.client_id}" },
  ],
};

/** The one provider that acts as the application, without its name. */
function providerOf(identity: (stack: TerraformStack) => PeeringIdentity, connected = true): Block {
  const stack = synthStack((it) => {
    addPeering(it, { azurePeeringProvider: AzurePeeringProvider.AZAPI, identity: identity(it), connected });
  });
  const [{ alias, ...block }, ...others] = stack.providers("azapi");
  expect(alias).toContain("peering-azapi-provider");
  expect(others).toEqual([]);
  return block;
}

describe.each(Object.entries(IDENTITIES))("%s", (who, [identity, expected]) => {
  const block = providerOf(identity);

  test("signs in by these arguments and no others", () => {
    const { auxiliary_tenant_ids: tenants, ...rest } = block;
    expect(rest).toEqual(expected);
    expect(tenants).toEqual([
      "${azuread_service_principal.aiven-azure-peering-aiven-service-principal.application_tenant_id}",
    ]);
  });

  test("asks for no token of Aiven's tenant while the peering is disconnected", () => {
    expect(providerOf(identity, false).auxiliary_tenant_ids).toEqual([]);
  });

  test("has every argument of azapi, or there is a reason why not", () => {
    const signIn = who === "Terraform's own" ? FROM_ENVIRONMENT.filter((name) => !(name in block)) : [];
    expect([...Object.keys(block), ...Object.keys(LEFT_OUT), ...signIn].sort()).toEqual(ATTRIBUTES);
  });

  test("leaves nobody's name or key to the environment, unless it is Terraform's own", () => {
    const absent = FROM_ENVIRONMENT.filter((name) => !(name in block) || block[name] === null);
    const own = FROM_ENVIRONMENT.filter((name) => /^(client_(id_|secret|certificate)|use_oidc)/.test(name));
    expect(absent).toEqual(who === "Terraform's own" ? own : []);
  });
});

test("it is of the cloud that the deployer's provider is of", () => {
  const [block] = synthStack((stack) => {
    addPeering(stack, { azurePeeringProvider: AzurePeeringProvider.AZAPI });
    stack.node.children.forEach((child) => {
      if (child.node.id === "azurerm") (child as unknown as { environment: string }).environment = "usgovernment";
    });
  }).providers("azapi");
  expect(block?.environment).toBe("usgovernment");
});
