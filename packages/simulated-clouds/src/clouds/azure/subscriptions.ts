import { sameGuid } from "../entra/directory";

export interface Subscription {
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
}

/** Subscriptions, each trusting the directory of one tenant. */
export class Subscriptions {
  readonly all: Subscription[] = [];

  get(id: string): Subscription | undefined {
    return this.all.find((subscription) => sameGuid(subscription.id, id));
  }
}
