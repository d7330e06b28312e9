import { ApplicationFederatedIdentityCredential } from "@cdktf/provider-azuread/lib/application-federated-identity-credential";
import { Token, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { requireLiteral } from "../validation/checks";
import { keyOf } from "../terraform/keys";
import { lockLogicalId } from "../terraform/resources";
import { requireOptions } from "../validation/options";
import { DISPLAY_NAME, FEDERATED_CREDENTIAL_TEXT } from "../validation/rules";

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
  requireOptions(undefined, "credential", options, { issuer: true, subject: true, audience: true, displayName: true });
  requireLiteral(undefined, "credential.issuer", options.issuer, FEDERATED_CREDENTIAL_TEXT);
  requireLiteral(undefined, "credential.subject", options.subject, FEDERATED_CREDENTIAL_TEXT);
  const { displayName, audience } = options;
  if (displayName !== undefined) requireLiteral(undefined, "credential.displayName", displayName, DISPLAY_NAME);
  if (audience !== undefined) requireLiteral(undefined, "credential.audience", audience, FEDERATED_CREDENTIAL_TEXT);
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
        `credential.${property}: "${value}" is not allowed twice, give each federated credential its own`,
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
  return lockLogicalId(
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
