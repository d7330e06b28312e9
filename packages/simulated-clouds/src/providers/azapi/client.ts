import { ApiError } from "../../clouds/api-error";
import type { RequestContext } from "../../clouds/azure/arm";
import { ResourceManagerJson, type JsonRequest } from "../../clouds/azure/json/resource-manager";
import type { JsonObject } from "../../clouds/json";
import { minutes, seconds } from "../../clouds/clock";
import type { Token } from "../../clouds/entra/tokens";
import type { World } from "../../clouds/world";
import { Locks } from "../locks";
import { pause } from "../pause";
import type { Source } from "./credentials";
import { chainError, ContextEnded, CredentialUnavailable, isExpected, ResponseError } from "./errors";
import { BY_DEFAULT, waitAfter, type Retrying } from "./retrying";
import type { Settings } from "./settings";

/** How long one operation may go on. */
export interface Limit {
  readonly signal: AbortSignal;
  /** The moment at which it ends, in milliseconds of the clouds' clock. */
  readonly deadline: number;
}

/** assumed: a write is looked after once, as long as Azure asks for (Retry-After), and is done by then. */
const POLL_INTERVAL = seconds(10);
const TOKEN_LIFETIME = minutes(60);

/** One configured instance of azapi: an alias in one walk. It has sent nothing before its first request. */
export class AzapiClient {
  readonly locks = new Locks();
  private readonly arm: ResourceManagerJson;
  private readonly tokens = new Map<string, { readonly token: Token; readonly until: number }>();

  constructor(
    readonly world: World,
    readonly settings: Settings,
    private readonly sources: readonly Source[],
  ) {
    this.arm = new ResourceManagerJson(world.azure);
  }

  limit(signal: AbortSignal, timeout: number): Limit {
    return { signal, deadline: this.world.clock.now() + timeout };
  }

  async get(id: string, limit: Limit, query?: JsonRequest["query"], retrying = BY_DEFAULT): Promise<JsonObject> {
    return this.request({ method: "GET", path: id, query }, limit, retrying);
  }

  async put(id: string, body: JsonObject, limit: Limit, query: JsonRequest["query"], retrying: Retrying) {
    await this.request({ method: "PUT", path: id, query, body }, limit, retrying);
    await this.wait(POLL_INTERVAL, limit);
  }

  async delete(id: string, limit: Limit, query: JsonRequest["query"], retrying: Retrying): Promise<void> {
    await this.request({ method: "DELETE", path: id, query }, limit, retrying);
    await this.wait(POLL_INTERVAL, limit);
  }

  /** Refused requests are tried again as `retrying` says, refused sign-ins never. */
  private async request(request: JsonRequest, limit: Limit, retrying: Retrying): Promise<JsonObject> {
    for (let tries = 1; ; tries++) {
      try {
        return this.arm.send(this.authorize(), request);
      } catch (error) {
        const known = error instanceof ApiError ? this.responseError(request, error) : error;
        if (!(known instanceof ResponseError) || !retries(known, retrying) || tries > this.settings.maximumRetries) {
          throw known;
        }
        await this.wait(waitAfter(tries, retrying), limit, retrying === BY_DEFAULT ? undefined : known);
      }
    }
  }

  private async wait(milliseconds: number, { signal, deadline }: Limit, last?: Error): Promise<void> {
    const { clock } = this.world;
    const suffix = last ? `, last retryable error: ${last.message}` : "";
    if (!(await pause(clock, Math.min(milliseconds, Math.max(0, deadline - clock.now())), signal))) {
      throw new ContextEnded(`context canceled${suffix}`);
    }
    if (clock.now() >= deadline) throw new ContextEnded(`context deadline exceeded${suffix}`);
  }

  private responseError({ method, path }: JsonRequest, { status, code, message }: ApiError): ResponseError {
    return new ResponseError(`${method} ${this.settings.environment.resourceManager}${path}`, status, code, message);
  }

  /**
   * A token of the home tenant and one of every auxiliary tenant. Releases before 2.9.0 read the auxiliary tenants and send no tokens of
   * theirs: https://github.com/Azure/terraform-provider-azapi/issues/1046
   */
  private authorize(): RequestContext {
    const token = this.token("");
    if (isBefore(this.world.settings.azapiVersion, [2, 9])) return { token };
    return { token, auxiliaryTokens: this.settings.auxiliaryTenantIds.map((tenant) => this.token(tenant)) };
  }

  private token(tenantId: string): Token {
    const kept = this.tokens.get(tenantId);
    const now = this.world.clock.now();
    if (kept && kept.until > now) return kept.token;
    const token = this.newToken(tenantId);
    this.tokens.set(tenantId, { token, until: now + TOKEN_LIFETIME });
    return token;
  }

  /** The next way is tried only where one is not available, never where Entra has refused. */
  private newToken(tenantId: string): Token {
    const errors: Error[] = [];
    for (const { token } of this.sources) {
      try {
        return token(tenantId);
      } catch (error) {
        if (!isExpected(error)) throw error;
        errors.push(error);
        if (!(error instanceof CredentialUnavailable)) break;
      }
    }
    throw chainError(errors);
  }
}

/** Whether a release is older than another one, by major and minor. */
function isBefore(version: string, [major, minor]: readonly [number, number]): boolean {
  const [itsMajor = 0, itsMinor = 0] = version.split(".").map(Number);
  return itsMajor < major || (itsMajor === major && itsMinor < minor);
}

const retries = (error: ResponseError, { statuses, messages }: Retrying): boolean =>
  statuses.includes(error.status) || messages.some((message) => message.test(error.message));
