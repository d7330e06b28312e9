import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { isUnknownScalar, kindOf } from "../terraform/given";
import { inTerraform } from "../terraform/keys";
import { mark } from "../terraform/recognition";
import { isEvaluated } from "../terraform/template";
import { requireTemplate } from "../validation/checks";
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
    // A provider would take the deployer's own secret in place of an empty one, from the environment.
    requireText("clientSecret", value, "a sensitive Terraform variable");
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
    if (base64 !== undefined)
      requireText("base64", base64, "the certificate from a sensitive Terraform variable, or leave it out");
    if (path !== undefined) requireText("path", path, "the path of the certificate, or leave it out");
    if (password !== undefined && password !== "") {
      requireText("password", password, "a sensitive Terraform variable, or leave it out");
    }
    return new ExistingCredential({ kind: "certificate", base64, path, password });
  }

  private constructor(
    /** @internal */
    public readonly _signIn: SignIn,
  ) {
    mark(this, "ExistingCredential", _signIn);
  }

  /**
   * The secrets, by the properties that they were given by.
   *
   * @internal
   */
  public get _secrets(): readonly Secret[] {
    const given = this._signIn;
    const secrets =
      given.kind === "secret"
        ? { clientSecret: given.value }
        : given.kind === "certificate"
          ? { base64: given.base64, password: given.password }
          : {};
    return Object.entries(secrets).flatMap(([property, value]) => (value ? [{ property, value }] : []));
  }

  /**
   * The properties whose secrets anybody can read in the app's code, and so in the JSON that is synthesised of it.
   *
   * @internal
   */
  public _literals(scope: IConstruct): string[] {
    return this._secrets.filter(({ value }) => isReadable(scope, value)).map(({ property }) => property);
  }
}

interface Secret {
  readonly property: string;
  readonly value: string;
}

function isReadable(scope: IConstruct, value: string): boolean {
  const text = Token.isUnresolved(value) ? inTerraform(scope, value) : value;
  return typeof text === "string" && !isEvaluated(text);
}

/** Refuses what is no text, without showing it: it may be the secret. */
function requireText(property: string, value: unknown, use: string): void {
  if (isUnknownScalar(value)) return;
  if (typeof value === "string" && value !== "") {
    requireTemplate(undefined, `credential.${property}`, value, kindOf);
    return;
  }
  const isMissing = value === undefined || value === null;
  throw new Error(
    isMissing
      ? `credential.${property}: missing, give ${use}`
      : `credential.${property}: ${kindOf(value)} is not allowed, use ${use}`,
  );
}
