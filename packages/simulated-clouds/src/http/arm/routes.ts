import type { ArmFront } from "./front";
import { contextOf } from "../authorization";
import { Kept } from "../kept";
import type { Route } from "../router";
import type { Front } from "../front";
import { accessRoutes } from "./access";
import { denyAssignmentRoutes } from "./deny-assignments";
import { lockRoutes } from "./locks";
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

/** Azure Resource Manager. */
export function armRoutes({ world, tokens, time }: Front): Route[] {
  const operations = new Operations(time);
  const front: ArmFront = { world, kept: new Kept(), operations, context: (request) => contextOf(tokens, request) };
  return [
    ...operations.routes(),
    ...accessRoutes(front),
    ...lockRoutes(front),
    ...denyAssignmentRoutes(front),
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
