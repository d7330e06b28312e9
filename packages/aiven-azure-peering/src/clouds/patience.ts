import type { PipelinePolicy } from "@azure/core-rest-pipeline";

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
