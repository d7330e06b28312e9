import { isObject, text, type Values } from "./cty";
import { Failure } from "./diagnostics";
import { parseDuration } from "./duration";
import type { Timeouts } from "./provider-definition";

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
