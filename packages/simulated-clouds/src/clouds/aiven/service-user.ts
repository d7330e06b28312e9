import { createHash, randomBytes } from "node:crypto";

/** The user and the database every PostgreSQL service begins with. */
export const SERVICE_USER = "avnadmin";
export const SERVICE_DATABASE = "defaultdb";

/** The clouds keep no password; one that only depends on the service stays the same from read to read. */
export const servicePassword = ({ project, name }: { readonly project: string; readonly name: string }): string =>
  `AVNS_${createHash("sha256").update(`${project}/${name}`).digest("base64url").slice(0, 16)}`;

/** A password as Aiven makes one for a user of a service. */
export const generatedPassword = (): string => `AVNS_${randomBytes(12).toString("base64url")}`;

/**
 * What a client of a service shows in the place of a password. It stands where PEM stands, and nobody in the simulated clouds
 * looks into it: no client logs in.
 */
export const clientCertificate = (subject: string) => ({
  certificate: pem("CERTIFICATE", subject),
  key: pem("PRIVATE KEY", subject),
});

const pem = (label: string, subject: string): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(`simulated, of ${subject}`).toString("base64")}\n-----END ${label}-----\n`;
