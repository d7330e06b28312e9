import { aivenRoutes } from "./aiven/routes";
import { armRoutes } from "./arm/routes";
import { discoveryRoutes } from "./entra/discovery";
import { managedIdentityRoutes } from "./entra/managed-identity";
import { tokenRoutes } from "./entra/token-endpoint";
import type { Front } from "./front";
import { graphRoutes } from "./graph/routes";
import { metadataRoutes } from "./metadata";
import { pipelineRoutes } from "./pipeline";
import type { Route } from "./router";

/** Every call that is served; a narrower pattern stands before a wider one. */
export const routesOf = (front: Front): Route[] => [
  ...metadataRoutes(),
  ...pipelineRoutes(front.world),
  ...discoveryRoutes(),
  ...managedIdentityRoutes(front.world, front.tokens),
  ...tokenRoutes(front.world, front.tokens),
  ...aivenRoutes(front.world, front.time),
  ...graphRoutes(front.world, front.tokens),
  ...armRoutes(front),
];
