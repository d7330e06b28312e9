import { SEALED, type SignIn } from "./peering-identity";

/**
 * A client certificate in PKCS#12 format, by its content or by its path.
 */
export interface ClientCertificateOptions {
  /**
   * The certificate bundle, base64-encoded.
   *
   * @default - read from `path`
   */
  readonly base64?: string;

  /**
   * The path of the certificate bundle on the machine that runs Terraform.
   *
   * @default - the content is given
   */
  readonly path?: string;

  /**
   * The bundle's password.
   *
   * @default - none
   */
  readonly password?: string;
}

/**
 * What an application that exists already proves its identity with.
 */
export class ExistingCredential {
  /**
   * A client secret.
   *
   * @param value the secret; use a sensitive Terraform variable, so that the synthesised JSON holds none
   * @throws if the value is empty
   */
  public static clientSecret(value: string): ExistingCredential {
    if (value === "") {
      throw new Error("credential.clientSecret: an empty value is not allowed, use a sensitive Terraform variable");
    }
    return new ExistingCredential({ ...SEALED, clientSecret: value, useCli: false });
  }

  /**
   * Workload identity federation: the application trusts the pipeline's token issuer already, and azurerm takes the token from the
   * pipeline's environment (`ARM_OIDC_TOKEN`, `ARM_OIDC_TOKEN_FILE_PATH`, or `ARM_OIDC_REQUEST_TOKEN` and `ARM_OIDC_REQUEST_URL`).
   */
  public static federated(): ExistingCredential {
    return new ExistingCredential({ ...SEALED, useOidc: true, useCli: false });
  }

  /**
   * A client certificate.
   *
   * @param options the certificate and its password
   * @throws unless exactly one of `base64` and `path` is given
   */
  public static clientCertificate(options: ClientCertificateOptions): ExistingCredential {
    if ((options.base64 === undefined) === (options.path === undefined)) {
      throw new Error("credential.clientCertificate: give exactly one of base64 and path");
    }
    return new ExistingCredential({
      ...SEALED,
      clientCertificate: options.base64 ?? "",
      clientCertificatePath: options.path ?? "",
      clientCertificatePassword: options.password,
      useCli: false,
    });
  }

  private constructor(
    /** @internal */
    public readonly _signIn: SignIn,
  ) {}
}
