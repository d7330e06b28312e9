import { mark } from "../terraform/recognition";
import type { ClientSecretOptions } from "./client-secret";
import { validateClientSecretOptions } from "./client-secret";
import type { FederatedCredentialOptions } from "./federated-credential";
import { validateFederatedCredentials } from "./federated-credential";

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
   * Workload identity federation: no secret anywhere. The provider takes the token from the pipeline's environment (`ARM_OIDC_TOKEN`,
   * `ARM_OIDC_TOKEN_FILE_PATH`, or `ARM_OIDC_REQUEST_TOKEN` and `ARM_OIDC_REQUEST_URL`).
   *
   * @param credentials whom to trust: one for each subject that the pipeline signs in as, such as plan and apply, or pull request and
   * environment; 1 to 20, each with a display name and a subject of its own. Limits: Microsoft Entra
   * @throws if there is none or more than 20, a literal is empty or too long, or two have the same display name or subject
   */
  public static federated(...credentials: FederatedCredentialOptions[]): PeeringCredential {
    validateFederatedCredentials(credentials);
    return new PeeringCredential(undefined, credentials);
  }

  private constructor(
    /** @internal */
    public readonly _clientSecret: ClientSecretOptions | undefined,
    /** @internal */
    public readonly _federated: readonly FederatedCredentialOptions[] | undefined,
  ) {
    mark(this, "PeeringCredential", _clientSecret ?? _federated);
  }
}
