import type { GraphFront } from "./front";
import type { Token } from "../../clouds/entra/tokens";
import type { World } from "../../clouds/world";
import type { AccessTokens } from "../access-tokens";
import { callerOf } from "../authorization";
import { Kept } from "../kept";
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
  const front: GraphFront = { world, kept: new Kept(), caller };
  return [
    ...credentialRoutes(front),
    ...ownerRoutes(front),
    ...roleRoutes(front),
    ...policyRoutes(front),
    ...applicationRoutes(front),
    ...servicePrincipalRoutes(front),
  ];
}
