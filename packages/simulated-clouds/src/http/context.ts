import type { Caller } from "../clouds/aiven/gateway";
import type { RequestContext } from "../clouds/azure/arm";
import type { Token } from "../clouds/entra/tokens";
import type { World } from "../clouds/world";
import type { AccessTokens } from "./access-tokens";
import type { Operations } from "./arm/operations";
import type { CallersTime } from "./callers-time";
import type { Request } from "./router";
import type { SentBodies } from "./sent-bodies";

/** What the routes of every API work with. */
export interface RouteContext {
  readonly world: World;
  readonly tokens: AccessTokens;
  readonly time: CallersTime;
  /** Whoever knows it has the managed identity. */
  readonly identitySecret: string;
  /** The only token of Aiven's that is accepted; any unless given. */
  readonly aivenToken?: string;
}

/** Of Azure Resource Manager. */
export interface ArmRouteContext {
  readonly world: World;
  readonly bodies: SentBodies;
  readonly operations: Operations;
  readonly context: (request: Request) => RequestContext;
}

/** Of Microsoft Graph. */
export interface GraphRouteContext {
  readonly world: World;
  readonly bodies: SentBodies;
  readonly caller: (request: Request) => Token;
}

/** Of Aiven's API. */
export interface AivenRouteContext {
  readonly world: World;
  readonly time: CallersTime;
  readonly caller: (request: Request) => Caller;
}
