import { createHash, createVerify, constants, X509Certificate } from "node:crypto";

interface Header {
  readonly alg?: string;
  readonly x5t?: string;
  readonly "x5t#S256"?: string;
}

/**
 * The one of the application's certificates that signed the assertion. Undefined where the assertion names no certificate,
 * and "", which no application has, where it names another or the signature is not that certificate's.
 */
export function certificateOf(assertion: string, known: readonly string[]): string | undefined {
  const [head = "", body = "", signature = ""] = assertion.split(".");
  const header = headerOf(head);
  if (!header || (header.x5t === undefined && header["x5t#S256"] === undefined)) return undefined;
  const signs = (value: string): boolean => {
    const certificate = x509(value);
    if (!certificate || !isNamed(certificate.raw, header)) return false;
    const padding = header.alg === "PS256" ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
    const verifier = createVerify("sha256").update(`${head}.${body}`);
    return verifier.verify({ key: certificate.publicKey, padding }, Buffer.from(signature, "base64url"));
  };
  return known.find(signs) ?? "";
}

function headerOf(head: string): Header | undefined {
  try {
    return JSON.parse(Buffer.from(head, "base64url").toString()) as Header;
  } catch {
    return undefined;
  }
}

/** Graph takes a certificate as base64 of its DER or of its PEM; the simulated ones may be mere words. */
function x509(value: string): X509Certificate | undefined {
  for (const form of [value, Buffer.from(value, "base64")]) {
    try {
      return new X509Certificate(form);
    } catch {
      continue;
    }
  }
  return undefined;
}

function isNamed(der: Buffer, header: Header): boolean {
  const hash = (algorithm: string): string => createHash(algorithm).update(der).digest("base64url");
  return header["x5t#S256"] === undefined ? header.x5t === hash("sha1") : header["x5t#S256"] === hash("sha256");
}
