import { ApiError } from "../api-error";
import { seconds, type Clock } from "../clock";

/** assumed: how long a virtual network stays in Updating after a write to it or to one of its subnets. */
export const NETWORK_WRITE = seconds(8);

/** Which resources are still being changed, and by what. Others that refer to them have to wait meanwhile. */
export class Provisioning {
  private readonly busy = new Map<string, { readonly until: number; readonly operation: string }>();

  constructor(private readonly clock: Clock) {}

  start(id: string, operation: string, duration: number): void {
    this.busy.set(id.toLowerCase(), { until: this.clock.now() + duration, operation });
  }

  state(id: string): "Succeeded" | "Updating" {
    return (this.busy.get(id.toLowerCase())?.until ?? 0) > this.clock.now() ? "Updating" : "Succeeded";
  }

  /** A resource that uses another one cannot be written while that one is being changed. */
  requireSucceeded(id: string, usedBy: string): void {
    if (this.state(id) === "Succeeded") return;
    const operation = this.busy.get(id.toLowerCase())?.operation;
    throw new ApiError(
      400,
      "ReferencedResourceNotProvisioned",
      `Cannot proceed with operation because resource ${id} used by resource ${usedBy} is not in Succeeded state. Resource is in Updating state and the last operation that updated/is updating the resource is ${operation}.`,
    );
  }
}
