import type { Token } from "../../clouds/entra/tokens";
import type { World } from "../../clouds/world";
import type { AccessTokens } from "../access-tokens";
import { callerOf } from "../authorization";
import { Kept } from "../kept";
import type { Request, Route } from "../router";
import { applicationRoutes } from "./applications";
import { credentialRoutes } from "./credentials";
import { Owners, ownerRoutes } from "./owners";
import { roleRoutes } from "./roles";
import { servicePrincipalRoutes } from "./service-principals";

export interface GraphFront {
  readonly world: World;
  readonly kept: Kept;
  readonly owners: Owners;
  readonly caller: (request: Request) => Token;
}

/** Microsoft Graph below `/graph`, as its metadata says; `v1.0` and `beta` are one. */
export function graphRoutes(world: World, tokens: AccessTokens): Route[] {
  const caller = (request: Request): Token => callerOf(tokens, "graph", request);
  const front: GraphFront = { world, kept: new Kept(), owners: new Owners(), caller };
  return [
    ...credentialRoutes(front),
    ...ownerRoutes(front),
    ...roleRoutes(front),
    ...applicationRoutes(front),
    ...servicePrincipalRoutes(front),
  ];
}
