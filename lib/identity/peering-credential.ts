import { requireLiteral } from "../validation/checks";
import { DISPLAY_NAME, FEDERATED_CREDENTIAL_TEXT } from "../validation/rules";
import type { ClientSecretOptions } from "./client-secret";
import { validateClientSecretOptions } from "./client-secret";

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

/**
 * What a peering application proves its identity with.
 */
export class PeeringCredential {
  /**
   * A client secret. Its value is kept in Terraform's state.
   *
   * @param options end dates, and the slot in use
   * @throws if an end date is none or, for the slot in use, past; if the slot in use does not exist
   */
  public static clientSecret(options: ClientSecretOptions = {}): PeeringCredential {
    validateClientSecretOptions(options);
    return new PeeringCredential(options, undefined);
  }

  /**
   * Workload identity federation: no secret anywhere. azurerm takes the token from the pipeline's environment (`ARM_OIDC_TOKEN`,
   * `ARM_OIDC_TOKEN_FILE_PATH`, or `ARM_OIDC_REQUEST_TOKEN` and `ARM_OIDC_REQUEST_URL`).
   *
   * @param options whom to trust
   * @throws if a literal is empty or too long
   */
  public static federated(options: FederatedCredentialOptions): PeeringCredential {
    requireLiteral("credential.issuer", options.issuer, FEDERATED_CREDENTIAL_TEXT);
    requireLiteral("credential.subject", options.subject, FEDERATED_CREDENTIAL_TEXT);
    if (options.displayName !== undefined) requireLiteral("credential.displayName", options.displayName, DISPLAY_NAME);
    if (options.audience !== undefined) {
      requireLiteral("credential.audience", options.audience, FEDERATED_CREDENTIAL_TEXT);
    }
    return new PeeringCredential(undefined, options);
  }

  private constructor(
    /** @internal */
    public readonly _clientSecret: ClientSecretOptions | undefined,
    /** @internal */
    public readonly _federated: FederatedCredentialOptions | undefined,
  ) {}
}
