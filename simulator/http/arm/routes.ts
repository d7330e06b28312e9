import type { RequestContext } from "../../clouds/azure/arm";
import type { World } from "../../clouds/world";
import { contextOf } from "../authorization";
import { Kept } from "../kept";
import type { Request, Route } from "../router";
import type { Front } from "../routes";
import { accessRoutes } from "./access";
import { Operations } from "./operations";
import { peeringRoutes } from "./peerings";
import { plainRoutes } from "./plain-resources";
import { resourceGroupRoutes } from "./resource-groups";
import { roleAssignmentRoutes } from "./role-assignments";
import { roleDefinitionRoutes } from "./role-definitions";
import { runCommandRoutes } from "./run-commands";
import { subnetRoutes } from "./subnets";
import { subscriptionRoutes } from "./subscriptions";
import { virtualNetworkRoutes } from "./virtual-networks";

export interface ArmFront {
  readonly world: World;
  readonly kept: Kept;
  readonly operations: Operations;
  readonly context: (request: Request) => RequestContext;
}

/** Azure Resource Manager. */
export function armRoutes({ world, tokens, time }: Front): Route[] {
  const operations = new Operations(time);
  const front: ArmFront = { world, kept: new Kept(), operations, context: (request) => contextOf(tokens, request) };
  return [
    ...operations.routes(),
    ...accessRoutes(front),
    ...roleDefinitionRoutes(front),
    ...roleAssignmentRoutes(front),
    ...peeringRoutes(front),
    ...subnetRoutes(front),
    ...virtualNetworkRoutes(front),
    ...runCommandRoutes(front),
    ...plainRoutes(front),
    ...resourceGroupRoutes(front),
    ...subscriptionRoutes(front),
  ];
}
