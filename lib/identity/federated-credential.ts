import { ApplicationFederatedIdentityCredential } from "@cdktf/provider-azuread/lib/application-federated-identity-credential";
import { type TerraformProvider, Token } from "cdktf";
import type { Construct } from "constructs";
import { given } from "../terraform/given";
import { keyOf } from "../terraform/keys";
import { protect } from "../terraform/resources";
import { requireLiteral } from "../validation/checks";
import { type Known, requireOptions } from "../validation/options";
import { DISPLAY_NAME, FEDERATED_CREDENTIAL_TEXT, ISSUER } from "../validation/rules";

/**
 * A token issuer that the peering application trusts instead of a secret.
 */
export interface FederatedCredentialOptions {
  /**
   * The issuer's URL, 1 to 600 characters, for example `https://token.actions.githubusercontent.com`. Limit: Microsoft Graph.
   */
  readonly issuer: string;

  /**
   * Whom the issuer vouches for, 1 to 600 characters, for example `repo:my-org/my-repo:environment:production`. Limit: Microsoft Graph.
   */
  readonly subject: string;

  /**
   * The audience in the token.
   *
   * @default "api://AzureADTokenExchange"
   */
  readonly audience?: string;

  /**
   * The name under which Microsoft Entra lists the credential, 1 to 120 characters. Limit: Microsoft Graph.
   *
   * @default "terraform"
   */
  readonly displayName?: string;
}

/** https://learn.microsoft.com/graph/api/resources/federatedidentitycredentials-overview */
const MAX_CREDENTIALS = 20;
const DEFAULT_NAME = "terraform";

const KNOWN: Known<FederatedCredentialOptions> = {
  issuer: ISSUER.allowed,
  subject: FEDERATED_CREDENTIAL_TEXT.allowed,
  audience: true,
  displayName: true,
};

export function validateFederatedCredentials(credentials: readonly FederatedCredentialOptions[]): void {
  if (credentials.length === 0 || credentials.length > MAX_CREDENTIALS) {
    throw new Error(
      `credential: ${credentials.length} federated credentials are not allowed, give 1 to ${MAX_CREDENTIALS}`,
    );
  }
  credentials.forEach(validate);
  refuseTwins("displayName", credentials, ({ displayName }) => displayName ?? DEFAULT_NAME);
  refuseTwins("subject", credentials, ({ issuer, subject }) => `${issuer} ${subject}`);
}

function validate(options: FederatedCredentialOptions): void {
  requireOptions(undefined, "credential", options, KNOWN);
  requireLiteral(undefined, "credential.issuer", options.issuer, ISSUER);
  requireAsSigned(options.issuer);
  requireLiteral(undefined, "credential.subject", options.subject, FEDERATED_CREDENTIAL_TEXT);
  const { displayName, audience } = options;
  if (displayName !== undefined) requireLiteral(undefined, "credential.displayName", displayName, DISPLAY_NAME);
  if (audience !== undefined) requireLiteral(undefined, "credential.audience", audience, FEDERATED_CREDENTIAL_TEXT);
}

/** How issuers that many use write themselves in their tokens, by their host. Some others end with a slash, as those of AKS do. */
const AS_SIGNED: Readonly<Record<string, { readonly says: string; readonly form: RegExp }>> = {
  // https://github.com/Azure/login/issues/175; an enterprise may have its name behind it:
  // https://docs.github.com/actions/reference/security/oidc
  "token.actions.githubusercontent.com": {
    says: "https://token.actions.githubusercontent.com",
    form: /^https:\/\/token\.actions\.githubusercontent\.com(?:\/[\w-]+)?$/,
  },
  // https://docs.gitlab.com/ci/secrets/id_token_authentication/
  "gitlab.com": { says: "https://gitlab.com", form: /^https:\/\/gitlab\.com$/ },
  // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/azure-configuration
  "app.terraform.io": { says: "https://app.terraform.io", form: /^https:\/\/app\.terraform\.io$/ },
  // Azure DevOps: https://github.com/microsoft/terraform-provider-azuredevops/issues/1443
  "vstoken.dev.azure.com": {
    says: "https://vstoken.dev.azure.com/<id of the organization>",
    form: /^https:\/\/vstoken\.dev\.azure\.com\/[\da-f-]{36}$/,
  },
  // Azure DevOps again, and managed identities:
  // https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
  "login.microsoftonline.com": {
    says: "https://login.microsoftonline.com/<id of the tenant>/v2.0",
    form: /^https:\/\/login\.microsoftonline\.com\/[\da-f-]{36}\/v2\.0$/,
  },
};

/** Refuses a well-known issuer that is written otherwise than in its tokens: nothing would say so before a token is exchanged. */
function requireAsSigned(issuer: string): void {
  if (Token.isUnresolved(issuer) || !URL.canParse(issuer)) return;
  const { hostname } = new URL(issuer);
  const known = new Map(Object.entries(AS_SIGNED)).get(hostname);
  if (known === undefined || known.form.test(issuer)) return;
  throw new Error(
    `credential.issuer: ${given(issuer)} is not allowed, the tokens of this issuer have "${known.says}" and Microsoft Entra compares it letter ` +
      "by letter (AADSTS70021, AADSTS700211); write it as they do",
  );
}

function refuseTwins(
  property: "displayName" | "subject",
  credentials: readonly FederatedCredentialOptions[],
  keyOf: (options: FederatedCredentialOptions) => string,
): void {
  const seen = new Set<string>();
  for (const options of credentials) {
    const key = keyOf(options);
    if (Token.isUnresolved(key)) continue;
    if (seen.has(key)) {
      const value = options[property] ?? DEFAULT_NAME;
      throw new Error(
        `credential.${property}: ${given(value)} is not allowed twice, give each federated credential its own`,
      );
    }
    seen.add(key);
  }
}

/** Has the application trust a token issuer. */
export function trust(
  scope: Construct,
  applicationId: string,
  options: FederatedCredentialOptions,
  provider: TerraformProvider | undefined,
): ApplicationFederatedIdentityCredential {
  const { displayName: name } = options;
  // By its name, so that credentials may come and go in any order.
  const suffix = name === undefined ? "" : `-${Token.isUnresolved(name) ? keyOf(scope, name) : name}`;
  return protect(
    new ApplicationFederatedIdentityCredential(scope, `federated-credential${suffix}`, {
      applicationId,
      displayName: name ?? DEFAULT_NAME,
      issuer: options.issuer,
      subject: options.subject,
      audiences: [options.audience ?? "api://AzureADTokenExchange"],
      provider,
    }),
  );
}
