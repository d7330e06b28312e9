import { createHash } from "node:crypto";

/** The user and the database every PostgreSQL service begins with. */
export const SERVICE_USER = "avnadmin";
export const SERVICE_DATABASE = "defaultdb";

/** The clouds keep no password; one that only depends on the service stays the same from read to read. */
export const servicePassword = ({ project, name }: { readonly project: string; readonly name: string }): string =>
  `AVNS_${createHash("sha256").update(`${project}/${name}`).digest("base64url").slice(0, 16)}`;
