import type { AivenRouteContext, RouteContext } from "../context";
import type { Caller } from "../../clouds/aiven/gateway";
import type { Request, Route } from "../router";
import { accountRoutes } from "./account";
import { kafkaRoutes } from "./kafka";
import { serviceUserRoutes } from "./service-users";
import { serviceRoutes } from "./services";
import { vpcRoutes } from "./vpcs";

/** Aiven's API below `/v1`, and below `/v2` for one list. Lists are never long enough for `limit` to matter. */
export function aivenRoutes({ world, time, aivenToken }: RouteContext): Route[] {
  const caller = (request: Request): Caller => callerOf(request, aivenToken);
  const shared: AivenRouteContext = { world, time, caller };
  return [vpcRoutes, serviceRoutes, serviceUserRoutes, kafkaRoutes, accountRoutes].flatMap((routesOf) =>
    routesOf(shared),
  );
}

/** `Authorization: aivenv1 <token>`; a token that is not the one that is accepted here counts as none. */
function callerOf({ headers }: Request, accepted?: string): Caller {
  const apiToken = /^(?:aivenv1|bearer) (\S+)$/i.exec(headers.authorization?.trim() ?? "")?.[1] ?? "";
  return { apiToken: accepted === undefined || accepted === apiToken ? apiToken : "" };
}
