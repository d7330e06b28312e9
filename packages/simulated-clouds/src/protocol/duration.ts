import { isObject, text, type Values } from "./cty";
import { Failure } from "./diagnostics";
import type { Timeouts } from "./provider-definition";

const UNIT_MS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a duration as Go writes it ("1h30m", "1.5s", "0"), or undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  if (/^[+-]?0$/.test(text)) return 0;
  const parts = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(text);
  if (!parts) return undefined;
  let total = 0;
  for (const [, amount, unit] of parts[2].matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    total += Number(amount) * UNIT_MS[unit];
  }
  return parts[1] === "-" ? -total : total;
}

/** Go's way to print a duration of whole seconds: 20m0s, 1h0m0s, 15s. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (h > 0) return `${h}h${m}m${s}s`;
  return m > 0 ? `${m}m${s}s` : `${s}s`;
}

/** The SDK's default for an operation without a bound of its own. */
const DEFAULT_TIMEOUT = "20m";

/** How long an operation on a resource may take, in ms: its `timeouts` block, the block's `default`, the provider's own. */
export function timeoutOf(operation: keyof Timeouts, resource: Values, provider: Timeouts = {}): number {
  const own = isObject(resource.timeouts) ? resource.timeouts : {};
  const wanted = text(own[operation]) || text(own.default) || provider[operation] || DEFAULT_TIMEOUT;
  const ms = parseDuration(wanted);
  // the SDK hands on the error of Go's time.ParseDuration
  if (ms === undefined) throw new Failure({ summary: `time: invalid duration "${wanted}"` });
  return ms;
}
