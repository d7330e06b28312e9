import { rootCertificates } from "node:tls";
import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import { given, readGiven, type Environment } from "./environment";

/** How long a person waits for one response. */
const RESPONSE_WITHIN = 20_000;
/** The longest pause before a question is put again, whatever the cloud asks for in `Retry-After`. */
const LONGEST_PAUSE = 5_000;

/** Twice more, after half a second and a second: what is still refused then is reported. */
export const RETRIES = { maxRetries: 2, retryDelayInMs: 500, maxRetryDelayInMs: LONGEST_PAUSE } as const;

/** So that each attempt is given the whole time. */
const ours = new WeakSet<object>();

/** Keeps a client from waiting for minutes: a pause that a cloud asks for is cut short, and no response is waited for for ever. */
export const patience: PipelinePolicy = {
  name: "patience",
  async sendRequest(request, next) {
    // the client's own timer is not cleared where a request fails, and keeps the process alive; this one does not
    if (!request.abortSignal || ours.has(request.abortSignal)) {
      request.abortSignal = AbortSignal.timeout(RESPONSE_WITHIN);
      ours.add(request.abortSignal);
    }
    const response = await next(request);
    for (const [name, unit] of [
      ["retry-after", 1000],
      ["retry-after-ms", 1],
      ["x-ms-retry-after-ms", 1],
    ] as const) {
      const wanted = response.headers.get(name);
      if (wanted === undefined) continue;
      const pause = /^\d+$/.test(wanted) ? Number(wanted) * unit : Date.parse(wanted) - Date.now();
      if (pause > LONGEST_PAUSE) response.headers.set(name, LONGEST_PAUSE / unit);
    }
    return response;
  },
};

const PEM = "name a file with certificates in PEM";

/**
 * Terraform's providers trust what `SSL_CERT_FILE` names, Node.js only what `NODE_EXTRA_CA_CERTS` named when it started.
 * Who has the first, for a proxy that looks into TLS, expects it to hold here too.
 */
function trusted(env: Environment): { readonly ca: string[] } | undefined {
  const file = given(env, "SSL_CERT_FILE");
  if (file === undefined) return undefined;
  const extra = given(env, "NODE_EXTRA_CA_CERTS");
  return {
    ca: [
      ...rootCertificates,
      readGiven("SSL_CERT_FILE", file, PEM),
      ...(extra ? [readGiven("NODE_EXTRA_CA_CERTS", extra, PEM)] : []),
    ],
  };
}

/** What every request to a cloud has in common, those of the sign-in included. */
export const clientOptions = (env: Environment) => ({
  tlsOptions: trusted(env),
  retryOptions: RETRIES,
  userAgentOptions: { userAgentPrefix: "aiven-azure-peering" },
  additionalPolicies: [{ policy: patience, position: "perRetry" as const }],
});
