import { seconds } from "../../clouds/clock";
import { isObject, texts, type Value } from "../../protocol/cty";

/** How often and how long apart a refused request is tried again. */
export interface Retrying {
  readonly statuses: readonly number[];
  readonly messages: readonly RegExp[];
  /** Milliseconds; each wait is about twice the one before, up to the longest. */
  readonly interval: number;
  readonly longest: number;
}

const BUSY = [408, 429, 500, 502, 503, 504];
const INTERVAL = 800;
const LONGEST = seconds(60);

/** What the SDK does by itself. */
export const BY_DEFAULT: Retrying = { statuses: BUSY, messages: [], interval: INTERVAL, longest: LONGEST };

/** The `retry` argument; its regular expressions are tried on the whole text of an error. */
export function retryingFrom(argument: Value | undefined): Retrying {
  if (!isObject(argument)) return BY_DEFAULT;
  const { error_message_regex: messages, interval_seconds: interval, max_interval_seconds: longest } = argument;
  return {
    statuses: BUSY,
    messages: texts(messages).map((each) => new RegExp(each)),
    // a data source fills in no default: 0 is the SDK's own
    interval: typeof interval === "number" ? seconds(interval) : INTERVAL,
    longest: typeof longest === "number" ? seconds(longest) : LONGEST,
  };
}

/** After a write Azure may not see yet what it has made, nor who may read it. */
export const afterWrite = (retrying: Retrying): Retrying => ({
  ...retrying,
  statuses: [...retrying.statuses, 403, 404],
});

/** The wait before the next try, `tries` of which were made. assumed: no jitter; the SDK's is a factor of 0.8 to 1.3. */
export const waitAfter = (tries: number, { interval, longest }: Retrying): number =>
  Math.min((2 ** Math.min(tries, 40) - 1) * interval, longest);
