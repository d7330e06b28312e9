import { mark } from "../terraform/recognition";
import { Token } from "cdktf";
import { requireOptions } from "../validation/options";
import type { SignIn } from "./peering-identity";

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
   * @throws if the value is missing or empty
   */
  public static clientSecret(value: string): ExistingCredential {
    // A provider would take the deployer's own secret in its place, from the environment.
    if (typeof value !== "string" || value === "") {
      throw new Error(
        `credential.clientSecret: ${value === "" ? '""' : String(value)} is not allowed, use a sensitive Terraform variable`,
      );
    }
    return new ExistingCredential({ kind: "secret", value });
  }

  /**
   * Workload identity federation: the application trusts the pipeline's token issuer already, and the provider takes the token from the
   * pipeline's environment (`ARM_OIDC_TOKEN`, `ARM_OIDC_TOKEN_FILE_PATH`, or `ARM_OIDC_REQUEST_TOKEN` and `ARM_OIDC_REQUEST_URL`).
   */
  public static federated(): ExistingCredential {
    return new ExistingCredential({ kind: "federated" });
  }

  /**
   * A client certificate.
   *
   * @param options the certificate and its password
   * @throws unless exactly one of `base64` and `path` is given, and is not empty
   */
  public static clientCertificate(options: ClientCertificateOptions): ExistingCredential {
    requireOptions(undefined, "credential", options, { base64: true, path: true, password: true });
    const { base64, path, password } = options;
    if ((base64 === undefined) === (path === undefined)) {
      throw new Error("credential.clientCertificate: give exactly one of base64 and path");
    }
    for (const [property, value] of Object.entries({ base64, path })) {
      if (value === "")
        throw new Error(`credential.${property}: "" is not allowed, give the certificate, or leave it out`);
    }
    return new ExistingCredential({ kind: "certificate", base64, path, password });
  }

  private constructor(
    /** @internal */
    public readonly _signIn: SignIn,
  ) {
    mark(this, "ExistingCredential");
  }

  /**
   * Whether it is a secret that anybody can read in the app's code, and so in the JSON that is synthesised of it.
   *
   * @internal
   */
  public get _isLiteralSecret(): boolean {
    return this._signIn.kind === "secret" && !Token.isUnresolved(this._signIn.value);
  }
}
