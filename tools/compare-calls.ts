import type { World } from "simulated-clouds";

type Call = Pick<World["journal"]["entries"][number], "cloud" | "method" | "path" | "identity" | "tenants" | "status">;

/** How often each call was made: one that differs in nothing but the ids that a cloud, or the hour, has given. */
export type Calls = ReadonlyMap<string, number>;

const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi;

/**
 * What a run asked of the clouds, so that it can be compared with another run of the same app. Reads count once, since how often somebody
 * looks says how patient he is; writes count each time. Sign-ins are left out: a provider may keep a token for as long as it likes.
 */
export function callsOf(entries: readonly Call[]): Calls {
  const calls = new Map<string, number>();
  for (const { cloud, method, path, identity, tenants, status } of entries) {
    if (cloud === "entra") continue;
    const who = `${identity.replace(UUID, "…")} of ${tenants.length} tenant${tenants.length === 1 ? "" : "s"}`;
    const call = `${cloud} ${method} ${path.replace(UUID, "…").toLowerCase()} as ${who}: ${status}`;
    calls.set(call, method === "GET" ? 1 : (calls.get(call) ?? 0) + 1);
  }
  return calls;
}

export interface Difference {
  readonly call: string;
  readonly simulated: number;
  readonly published: number;
}

/** Every call that one of the two made more often than the other. */
export const differences = (simulated: Calls, published: Calls): Difference[] =>
  [...new Set([...simulated.keys(), ...published.keys()])]
    .map((call) => ({ call, simulated: simulated.get(call) ?? 0, published: published.get(call) ?? 0 }))
    .filter((one) => one.simulated !== one.published)
    .sort((one, other) => one.call.localeCompare(other.call));
