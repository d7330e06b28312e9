import type { GraphRouteContext } from "../context";
import type { Token } from "../../clouds/entra/tokens";
import type { World } from "../../clouds/world";
import type { AccessTokens } from "../access-tokens";
import { callerOf } from "../authorization";
import { SentBodies } from "../sent-bodies";
import type { Request, Route } from "../router";
import { applicationRoutes } from "./applications";
import { credentialRoutes } from "./credentials";
import { ownerRoutes } from "./owners";
import { policyRoutes } from "./policies";
import { roleRoutes } from "./roles";
import { servicePrincipalRoutes } from "./service-principals";

/** Microsoft Graph below `/graph`, as its metadata says; `v1.0` and `beta` are one. */
export function graphRoutes(world: World, tokens: AccessTokens): Route[] {
  const caller = (request: Request): Token => callerOf(tokens, "graph", request);
  const shared: GraphRouteContext = { world, bodies: new SentBodies(), caller };
  return [
    ...credentialRoutes(shared),
    ...ownerRoutes(shared),
    ...roleRoutes(shared),
    ...policyRoutes(shared),
    ...applicationRoutes(shared),
    ...servicePrincipalRoutes(shared),
  ];
}
