import { randomBytes } from "node:crypto";

/** A password as Aiven makes one for a user of a service. */
export const generatedPassword = (): string => `AVNS_${randomBytes(12).toString("base64url")}`;
