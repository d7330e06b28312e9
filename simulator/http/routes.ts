import type { World } from "../clouds/world";
import type { AccessTokens } from "./access-tokens";
import { aivenRoutes } from "./aiven/routes";
import { armRoutes } from "./arm/routes";
import type { CallersTime } from "./callers-time";
import { discoveryRoutes } from "./entra/discovery";
import { managedIdentityRoutes } from "./entra/managed-identity";
import { tokenRoutes } from "./entra/token-endpoint";
import { graphRoutes } from "./graph/routes";
import { metadataRoutes } from "./metadata";
import type { Route } from "./router";

export interface Front {
  readonly world: World;
  readonly tokens: AccessTokens;
  readonly time: CallersTime;
}

/** Every call that is served; a narrower pattern stands before a wider one. */
export const routesOf = (front: Front): Route[] => [
  ...metadataRoutes(),
  ...discoveryRoutes(),
  ...managedIdentityRoutes(front.world, front.tokens),
  ...tokenRoutes(front.world, front.tokens),
  ...aivenRoutes(front.world, front.time),
  ...graphRoutes(front.world, front.tokens),
  ...armRoutes(front),
];
