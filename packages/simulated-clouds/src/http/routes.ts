import { aivenRoutes } from "./aiven/routes";
import { armRoutes } from "./arm/routes";
import { discoveryRoutes } from "./entra/discovery";
import { managedIdentityRoutes } from "./entra/managed-identity";
import { tokenRoutes } from "./entra/token-endpoint";
import type { RouteContext } from "./context";
import { graphRoutes } from "./graph/routes";
import { metadataRoutes } from "./metadata";
import { pipelineRoutes } from "./pipeline";
import type { Route } from "./router";

/** Every call that is served; a narrower pattern stands before a wider one. */
export const routesOf = (shared: RouteContext): Route[] => [
  ...metadataRoutes(),
  ...pipelineRoutes(shared.world),
  ...discoveryRoutes(),
  ...managedIdentityRoutes(shared),
  ...tokenRoutes(shared.world, shared.tokens),
  ...aivenRoutes(shared),
  ...graphRoutes(shared.world, shared.tokens),
  ...armRoutes(shared),
];
