import { generate } from "selfsigned";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Names under which a machine reaches itself. */
const LOOPBACK = [
  { type: 2, value: "localhost" },
  { type: 7, ip: "127.0.0.1" },
] as const;

const ALGORITHM = { keyType: "ec", curve: "P-256", algorithm: "sha256" } as const;

const named = (value: string) => [{ name: "commonName", value }];

/** A fresh self-signed certificate for this machine's loopback, good for a year; clients trust it as its own authority. */
export async function loopbackCertificate(): Promise<Certificate> {
  const { private: key, cert } = await generate(named("simulated clouds"), {
    ...ALGORITHM,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "subjectAltName", altNames: [...LOOPBACK] },
    ],
  });
  return { key, cert };
}

/** A fresh certificate authority, good for a year. */
export async function certificateAuthority(name: string): Promise<Certificate> {
  const { private: key, cert } = await generate(named(name), {
    ...ALGORITHM,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key, cert };
}

/** A certificate for a server of that name, which the authority has signed. */
export async function serverCertificate(host: string, ca: Certificate): Promise<Certificate> {
  const { private: key, cert } = await generate(named(host), {
    ...ALGORITHM,
    ca,
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: host }] },
    ],
  });
  return { key, cert };
}
