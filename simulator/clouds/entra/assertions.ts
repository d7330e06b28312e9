import type { FederatedSubject } from "../settings";

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The token an external issuer (a pipeline) hands to a workload. Its signature is not part of the simulation. */
export function federatedAssertion({ issuer, subject, audience }: FederatedSubject): string {
  return [part({ alg: "RS256", typ: "JWT" }), part({ iss: issuer, sub: subject, aud: audience }), "c2ltdWxhdGVk"].join(
    ".",
  );
}

/** `undefined` for anything that is no token. */
export function readAssertion(assertion: string): FederatedSubject | undefined {
  try {
    const claims = JSON.parse(Buffer.from(assertion.split(".")[1] ?? "", "base64url").toString()) as Record<
      string,
      unknown
    >;
    const { iss, sub, aud } = claims;
    if (typeof iss !== "string" || typeof sub !== "string" || typeof aud !== "string") return undefined;
    return { issuer: iss, subject: sub, audience: aud };
  } catch {
    return undefined;
  }
}
