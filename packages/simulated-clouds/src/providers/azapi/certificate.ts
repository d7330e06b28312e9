import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import type { World } from "../../clouds/world";
import type { Settings } from "./settings";

/**
 * What the client certificate proves to Entra, or undefined where azapi builds no credential from it: nothing given, not
 * base64 of PEM (certificate and key) or PKCS#12, a block and a file that differ, a key that is not RSA.
 */
export function certificateOf(world: World, settings: Settings): string | undefined {
  const { certificate, certificatePath, certificatePassword } = settings;
  const inline = certificate === "" ? undefined : Buffer.from(certificate, "base64");
  const standIn = world.certificates.get(certificatePath);
  if (standIn !== undefined && !inline) return standIn;
  const file = certificatePath === "" ? undefined : readIfThere(certificatePath);
  if (certificatePath !== "" && !file) return undefined;
  if (inline && file && !inline.equals(file)) return undefined;
  const data = inline ?? file;
  return data && parse(data, certificatePassword);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function parse(data: Buffer, password: string): string | undefined {
  try {
    return data.toString("latin1").includes("-----BEGIN") && password === ""
      ? parsePem(data.toString("latin1"))
      : parsePkcs12(data, password);
  } catch {
    return undefined;
  }
}

function parsePem(pem: string): string | undefined {
  const keys = [...pem.matchAll(/-----BEGIN (?:RSA )?PRIVATE KEY-----[^-]+-----END (?:RSA )?PRIVATE KEY-----/g)];
  if (keys.length !== 1 || !isRsa(createPrivateKey(keys[0][0]))) return undefined;
  return new X509Certificate(pem).toString();
}

function parsePkcs12(pfx: Buffer, passphrase: string): string | undefined {
  // Node's types leave open what a context holds
  const context = createSecureContext({ pfx, passphrase }).context as { getCertificate(): Buffer | null };
  const der = context.getCertificate();
  const found = der ? new X509Certificate(der) : undefined;
  return found && isRsa(found.publicKey) ? found.toString() : undefined;
}

const isRsa = (key: KeyObject): boolean => key.asymmetricKeyType === "rsa";
