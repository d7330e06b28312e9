import { ApiError } from "./api-error";
import type { Call, CloudName } from "./journal";

export interface FaultMatch {
  readonly cloud: CloudName;
  readonly method?: string;
  /** Tried on the path and on the ARM action. */
  readonly path: RegExp;
  /** Who must be calling, as the journal names them; anybody but Aiven unless given. */
  readonly identity?: string;
}

export interface Fault {
  readonly match: FaultMatch;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** How often the cloud does so; `Infinity` for always. Once unless given. */
  readonly times?: number;
}

/** What a cloud returns instead of its own response, for failures that come from nowhere. */
export class Faults {
  private readonly pending: { fault: Fault; left: number }[] = [];

  inject(fault: Fault): void {
    this.pending.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.pending.length = 0;
  }

  /** The fault that hits this call, if any; it counts as spent. */
  take(call: Call): ApiError | undefined {
    const hit = this.pending.find(({ fault, left }) => left > 0 && matches(fault.match, call));
    if (!hit) return undefined;
    hit.left -= 1;
    return new ApiError(hit.fault.status, hit.fault.code, hit.fault.message);
  }
}

function matches(match: FaultMatch, call: Call): boolean {
  if (match.identity === undefined ? call.identity === "aiven" : match.identity !== call.identity) return false;
  if (match.cloud !== call.cloud || (match.method !== undefined && match.method !== call.method)) return false;
  return match.path.test(call.path) || (call.action !== undefined && match.path.test(call.action));
}
