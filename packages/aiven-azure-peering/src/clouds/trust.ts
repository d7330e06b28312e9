import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import { UsageError } from "./cloud-error";
import { given, type Environment } from "./environment";

/**
 * Terraform's providers trust what `SSL_CERT_FILE` names, Node.js only what `NODE_EXTRA_CA_CERTS` named when it started.
 * Who has the first, for a proxy that looks into TLS, expects it to hold here too.
 */
export function trusted(env: Environment): { readonly ca: string[] } | undefined {
  const file = given(env, "SSL_CERT_FILE");
  if (file === undefined) return undefined;
  const extra = given(env, "NODE_EXTRA_CA_CERTS");
  return {
    ca: [...rootCertificates, read("SSL_CERT_FILE", file), ...(extra ? [read("NODE_EXTRA_CA_CERTS", extra)] : [])],
  };
}

function read(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`${name}: "${file}" cannot be read, name a file with certificates in PEM`);
  }
}
