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

/** A fresh self-signed certificate for this machine's loopback, good for a year; clients trust it as its own authority. */
export async function loopbackCertificate(): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "simulated clouds" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "subjectAltName", altNames: [...LOOPBACK] },
    ],
  });
  return { key, cert };
}
