import type { FederatedSubject } from "../settings";

/** What an ID token says; its times in milliseconds since 1970. One without an end never ends. */
export interface Assertion extends FederatedSubject {
  readonly start?: number;
  readonly end?: number;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The token an external issuer (a pipeline) hands to a workload. Its signature is not part of the simulation. */
export function federatedAssertion({ issuer, subject, audience, start, end }: Assertion): string {
  const times = { nbf: toSeconds(start), iat: toSeconds(start), exp: toSeconds(end) };
  const claims = { iss: issuer, sub: subject, aud: audience, ...times };
  return [part({ alg: "RS256", typ: "JWT" }), part(claims), "c2ltdWxhdGVk"].join(".");
}

/** `undefined` for anything that is no token. */
export function readAssertion(assertion: string): Assertion | undefined {
  try {
    const claims = JSON.parse(Buffer.from(assertion.split(".")[1] ?? "", "base64url").toString()) as Record<
      string,
      unknown
    >;
    const { iss, sub, aud, nbf, exp } = claims;
    if (typeof iss !== "string" || typeof sub !== "string" || typeof aud !== "string") return undefined;
    return { issuer: iss, subject: sub, audience: aud, start: toMilliseconds(nbf), end: toMilliseconds(exp) };
  } catch {
    return undefined;
  }
}

const toSeconds = (at: number | undefined): number | undefined => at && Math.floor(at / 1000);
const toMilliseconds = (at: unknown): number | undefined => (typeof at === "number" ? at * 1000 : undefined);
