import { randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import { seconds, type Clock } from "../clock";
import type { Lags } from "../settings";
import { subscriptionOf } from "./resource-id";

/** What changes a network. assumed: the names of those on peerings. */
export type NetworkOperation =
  | "PutVirtualNetworkOperation"
  | "PutSubnetOperation"
  | "DeleteSubnetOperation"
  | "PutVirtualNetworkPeeringOperation"
  | "DeleteVirtualNetworkPeeringOperation";

interface Change {
  readonly until: number;
  readonly operation: NetworkOperation;
  readonly operationId: string;
}

/** Which networks are still being changed, and by what. Others that refer to them have to wait meanwhile. */
export class Provisioning {
  private readonly changes = new Map<string, Change>();

  constructor(
    private readonly clock: Clock,
    private readonly lags: Lags,
  ) {}

  start(networkId: string, operation: NetworkOperation): void {
    const { networkWrite, peeringWrite } = this.lags;
    const until = this.clock.now() + seconds(isPeering(operation) ? peeringWrite : networkWrite);
    this.changes.set(networkId.toLowerCase(), { until, operation, operationId: randomUUID() });
  }

  state(networkId: string): "Succeeded" | "Updating" {
    return this.change(networkId) ? "Updating" : "Succeeded";
  }

  /** Whether a peering of the network is being made or taken away. */
  isPeering(networkId: string): boolean {
    const change = this.change(networkId);
    return !!change && isPeering(change.operation);
  }

  /**
   * Azure changes one peering of a network at a time, and none that uses a network in change.
   * assumed: the status of the first refusal, and that it is for the network's own peerings.
   */
  requireSucceeded(networkId: string, usedBy: string): void {
    const change = this.change(networkId);
    if (!change) return;
    const { operation, operationId } = change;
    if (isPeering(operation) && usedBy.toLowerCase().startsWith(`${networkId.toLowerCase()}/`)) {
      const uri = `https://management.azure.com/subscriptions/${subscriptionOf(networkId)}/providers/Microsoft.Network/operations/${operationId}`;
      const text = `Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: ${uri}.`;
      throw new ApiError(429, "AnotherOperationInProgress", text);
    }
    throw new ApiError(
      400,
      "ReferencedResourceNotProvisioned",
      `Cannot proceed with operation because resource ${networkId} used by resource ${usedBy} is not in Succeeded state. Resource is in Updating state and the last operation that updated/is updating the resource is ${operation}.`,
    );
  }

  private change(networkId: string): Change | undefined {
    const change = this.changes.get(networkId.toLowerCase());
    return change && change.until > this.clock.now() ? change : undefined;
  }
}

const isPeering = (operation: NetworkOperation): boolean => operation.includes("Peering");
