import { sameGuid } from "../entra/directory";

export interface Subscription {
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  /** One that is disabled, such as for a bill that is not paid, can be read and not changed. @default "Enabled" */
  readonly state?: "Enabled" | "Disabled";
}

/** Subscriptions, each trusting the directory of one tenant. */
export class Subscriptions {
  readonly all: Subscription[] = [];

  get(id: string): Subscription | undefined {
    return this.all.find((subscription) => sameGuid(subscription.id, id));
  }
}
