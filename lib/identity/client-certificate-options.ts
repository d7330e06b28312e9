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
