import type { ArmRouteContext } from "../context";
import { contextOf } from "../authorization";
import { SentBodies } from "../sent-bodies";
import type { Route } from "../router";
import type { RouteContext } from "../context";
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
export function armRoutes({ world, tokens, time }: RouteContext): Route[] {
  const operations = new Operations(time);
  const shared: ArmRouteContext = {
    world,
    bodies: new SentBodies(),
    operations,
    context: (request) => contextOf(tokens, request),
  };
  return [
    ...operations.routes(),
    ...accessRoutes(shared),
    ...lockRoutes(shared),
    ...denyAssignmentRoutes(shared),
    ...roleDefinitionRoutes(shared),
    ...roleAssignmentRoutes(shared),
    ...peeringRoutes(shared),
    ...subnetRoutes(shared),
    ...virtualNetworkRoutes(shared),
    ...runCommandRoutes(shared),
    ...plainRoutes(shared),
    ...resourceGroupRoutes(shared),
    ...subscriptionRoutes(shared),
  ];
}
