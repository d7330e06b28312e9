import type { Arm, RequestContext } from "./arm";
import { subscriptionId } from "./resource-id";

export interface ResourceProvider {
  readonly namespace: string;
  readonly registrationState: "Registered";
}

/** Every namespace of this simulation is registered in every subscription. */
const NAMESPACES = ["Microsoft.Authorization", "Microsoft.Compute", "Microsoft.Network", "Microsoft.Resources"];

export class ResourceProviders {
  constructor(private readonly arm: Arm) {}

  /** Needs the right at the subscription itself: one that holds for a network in it is not enough. */
  list(context: RequestContext, subscription: string): ResourceProvider[] {
    const request = {
      method: "GET",
      id: subscriptionId(subscription),
      action: "Microsoft.Resources/subscriptions/providers/read",
    } as const;
    return this.arm.call(context, request, () =>
      NAMESPACES.map((namespace) => ({ namespace, registrationState: "Registered" })),
    );
  }

  /** The subscription as an object of its own. */
  subscription(context: RequestContext, subscription: string): void {
    const action = "Microsoft.Resources/subscriptions/read";
    this.arm.call(context, { method: "GET", id: subscriptionId(subscription), action }, () => undefined);
  }
}
