import { ApiError } from "../../clouds/api-error";
import { minutes, seconds } from "../../clouds/clock";
import type { Token } from "../../clouds/entra/tokens";
import type { World } from "../../clouds/world";
import type { Authorizer } from "../azure-sdk/authorizer";
import { RequestError, requestErrorOf } from "../azure-sdk/errors";
import { pauseOrFail } from "../pause";
import { waitForState } from "../state-change";

/** How long azuread keeps asking where Graph returns 403, hoping that a right is only not effective yet. */
const PATIENCE = minutes(10);
const RETRY_INTERVAL = seconds(30);

/** One configured instance of azuread. */
export class AzureadClient {
  constructor(
    readonly world: World,
    private readonly authorizer: Authorizer,
    readonly account: { readonly clientId: string; readonly objectId: string; readonly tenantId: string },
  ) {}

  /** One request to Microsoft Graph. */
  graph<T>(request: (token: Token) => T): T {
    const token = this.authorizer.token();
    try {
      return request(token);
    } catch (error) {
      throw error instanceof ApiError ? requestErrorOf(error) : error;
    }
  }

  /** What is asked for, or undefined where Graph returns 404. */
  find<T>(request: (token: Token) => T): T | undefined {
    try {
      return this.graph(request);
    } catch (error) {
      if (error instanceof RequestError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** A request that changes something. A 403 looks like a hang: it is tried again for ten minutes. */
  async write<T>(signal: AbortSignal, request: (token: Token) => T): Promise<T> {
    const { clock } = this.world;
    for (const end = clock.now() + PATIENCE; ; await pauseOrFail(this.world, RETRY_INTERVAL, signal)) {
      try {
        return this.graph(request);
      } catch (error) {
        if (!(error instanceof RequestError) || error.status !== 403 || clock.now() >= end) throw error;
      }
    }
  }

  /** Graph's copies agree only after a while: a new object must be seen five times, a second apart. */
  async awaitCreation(signal: AbortSignal, timeout: number, exists: () => boolean): Promise<void> {
    await this.awaitState(signal, timeout, seconds(1), () => (exists() ? "Done" : "Waiting"));
  }

  /** A deleted object must be seen gone five times, five seconds apart: about 20 seconds. */
  async awaitDeletion(signal: AbortSignal, timeout: number, exists: () => boolean): Promise<void> {
    await this.awaitState(signal, timeout, seconds(5), () => (exists() ? "Waiting" : "Done"));
  }

  private async awaitState(
    signal: AbortSignal,
    timeout: number,
    minTimeout: number,
    look: () => string,
  ): Promise<void> {
    await waitForState({
      clock: this.world.clock,
      signal,
      timeout,
      pending: ["Waiting"],
      target: ["Done"],
      minTimeout,
      continuousTargetOccurrence: 5,
      refresh: () => ({ thing: undefined, state: look() }),
    });
  }
}
