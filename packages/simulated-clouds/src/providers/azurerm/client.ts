import { ApiError } from "../../clouds/api-error";
import type { RequestContext } from "../../clouds/azure/arm";
import { seconds } from "../../clouds/clock";
import type { World } from "../../clouds/world";
import type { Authorizer } from "../azure-sdk/authorizer";
import { RequestError, requestErrorOf } from "../azure-sdk/errors";
import { pauseOrFail } from "../pause";
import { Locks } from "../locks";

/** Whom the instance acts as, by the claims of its first token. */
export interface Account {
  readonly clientId: string;
  readonly objectId: string;
  readonly tenantId: string;
  readonly subscriptionId: string;
}

/** A long-running operation is looked after first 10 seconds later. */
const POLL_INTERVAL = seconds(10);

/** One configured instance of azurerm: an alias in one walk. */
export class AzurermClient {
  readonly locks = new Locks();

  constructor(
    readonly world: World,
    private readonly authorizer: Authorizer,
    readonly account: Account,
    readonly features: { readonly preventDeletionOfFilledResourceGroups: boolean },
  ) {}

  /** One request to ARM, with the instance's token and one for every auxiliary tenant. Nothing is tried twice. */
  arm<T>(request: (context: RequestContext) => T): T {
    const context = this.authorize();
    try {
      return request(context);
    } catch (error) {
      throw error instanceof ApiError ? requestErrorOf(error) : error;
    }
  }

  /** What is asked for, or undefined where ARM returns 404. */
  find<T>(request: (context: RequestContext) => T): T | undefined {
    try {
      return this.arm(request);
    } catch (error) {
      if (error instanceof RequestError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** A request whose work goes on after the response. */
  async armThenPoll<T>(signal: AbortSignal, request: (context: RequestContext) => T): Promise<T> {
    const response = this.arm(request);
    await pauseOrFail(this.world, POLL_INTERVAL, signal);
    return response;
  }

  private authorize(): RequestContext {
    try {
      return { token: this.authorizer.token(), auxiliaryTokens: this.authorizer.auxiliaryTokens() };
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      throw new RequestError(`authorizing request: ${error.message}`);
    }
  }
}
