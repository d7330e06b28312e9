import { rootCertificates } from "node:tls";
import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import { given, readGiven, type Environment } from "./environment";

/** What nobody waits for longer, whatever a cloud does; in milliseconds. */
export const PATIENCE = {
  /** One response, to its last byte. */
  response: 20_000,
  /** The pause before a question is put again, whatever the cloud asks for in `Retry-After`. */
  pause: 5_000,
  /** A sign-in, which may take several responses, or the Azure CLI. */
  signIn: 45_000,
};

/** The pause after a 429 that asks for none; in milliseconds. */
const PAUSE_BY_ITSELF = 1_000;

/** Twice more, after half a second and a second: what is still refused then is reported. */
export const RETRIES = { maxRetries: 2, retryDelayInMs: 500, maxRetryDelayInMs: PATIENCE.pause } as const;

/** What stopped a request before: MSAL has a signal of its own, which must go on working. */
const givenBefore = new WeakMap<object, AbortSignal | undefined>();

const PAUSES = [
  ["retry-after-ms", 1],
  ["x-ms-retry-after-ms", 1],
  ["retry-after", 1000],
] as const;

/** Keeps a client from waiting for minutes: a pause that a cloud asks for is cut short, and no response is waited for for ever. */
export const patience: PipelinePolicy = {
  name: "patience",
  async sendRequest(request, next) {
    // each attempt is given the whole time; the client's own timer is not cleared where a request fails, this one ends by itself
    const { abortSignal } = request;
    const before =
      abortSignal !== undefined && givenBefore.has(abortSignal)
        ? givenBefore.get(abortSignal)
        : (abortSignal as AbortSignal | undefined);
    const enough = AbortSignal.timeout(PATIENCE.response);
    const both = before === undefined ? enough : AbortSignal.any([before, enough]);
    givenBefore.set(both, before);
    request.abortSignal = both;
    const response = await next(request);
    if (response.status !== 429 && response.status < 500) return response;
    // in a form that the client reads: it takes no fraction for a pause, and puts a question again after a 429 only with one
    const asked = PAUSES.map(([name, unit]) => pauseOf(response.headers.get(name), unit));
    const pause = asked.find((each) => each !== undefined) ?? (response.status === 429 ? PAUSE_BY_ITSELF : undefined);
    for (const [name] of PAUSES) response.headers.delete(name);
    if (pause !== undefined)
      response.headers.set("retry-after-ms", Math.min(Math.max(Math.round(pause), 0), PATIENCE.pause));
    return response;
  },
};

/** In milliseconds: seconds, with a fraction or not, or a date. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function pauseOf(wanted: string | undefined, unit: number): number | undefined {
  if (wanted === undefined) return undefined;
  const text = wanted.trim();
  if (/^\d+(\.\d*)?$/.test(text)) return Number(text) * unit;
  const pause = Date.parse(text) - Date.now();
  return Number.isNaN(pause) || !/[a-z]/i.test(text) ? undefined : pause;
}

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
  // no cloud redirects who reads its API; a portal of a network does
  redirectOptions: { maxRetries: 0 },
  userAgentOptions: { userAgentPrefix: "aiven-azure-peering" },
  additionalPolicies: [{ policy: patience, position: "perRetry" as const }],
});
