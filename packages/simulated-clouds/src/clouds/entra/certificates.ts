import { X509Certificate } from "node:crypto";

/** Whether two texts hold the same certificate: as PEM, as base64 of PEM with its key, or as anything that stands for one. */
export const sameCertificate = (one: string, other: string): boolean => fingerprintOf(one) === fingerprintOf(other);

function fingerprintOf(text: string): string {
  const pem = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("latin1");
  const found = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(pem);
  return found ? new X509Certificate(found[0]).fingerprint256 : text.trim();
}
