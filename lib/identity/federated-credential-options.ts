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
