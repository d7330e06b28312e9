import type { ServerResponse } from "node:http";
import type { Response } from "./router";

/** What stands between a client and the clouds: a server that is asked too much, a proxy, a fault of the network. */
export interface Disturbance {
  /** Tried on the decoded path, with the query as it was sent. */
  readonly path: RegExp;
  /** Undefined to cut the connection. */
  readonly response?: Response;
  /** Writes what no cloud does, such as a byte a second, in place of a response. */
  readonly write?: (outgoing: ServerResponse) => void;
  /** How often. @default - always */
  readonly times?: number;
}

/** Responses that come before any cloud has seen the request. */
export class Disturbances {
  private pending: { readonly disturbance: Disturbance; left: number }[] = [];

  add(disturbance: Disturbance): void {
    this.pending.push({ disturbance, left: disturbance.times ?? Infinity });
  }

  clear(): void {
    this.pending = [];
  }

  /** The one that hits a request, if any; it counts as spent. */
  take(path: string): Disturbance | undefined {
    const hit = this.pending.find(({ disturbance, left }) => left > 0 && disturbance.path.test(path));
    if (hit) hit.left -= 1;
    return hit?.disturbance;
  }
}
