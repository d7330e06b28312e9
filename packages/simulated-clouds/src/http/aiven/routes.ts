import type { AivenRouteContext } from "../context";
import type { Caller } from "../../clouds/aiven/gateway";
import type { World } from "../../clouds/world";
import type { CallersTime } from "../callers-time";
import type { Request, Route } from "../router";
import { accountRoutes } from "./account";
import { kafkaRoutes } from "./kafka";
import { serviceUserRoutes } from "./service-users";
import { serviceRoutes } from "./services";
import { vpcRoutes } from "./vpcs";

/** Aiven's API below `/v1`, and below `/v2` for one list. Lists are never long enough for `limit` to matter. */
export function aivenRoutes(world: World, time: CallersTime): Route[] {
  const shared: AivenRouteContext = { world, time, caller: callerOf };
  return [vpcRoutes, serviceRoutes, serviceUserRoutes, kafkaRoutes, accountRoutes].flatMap((routesOf) =>
    routesOf(shared),
  );
}

/** `Authorization: aivenv1 <token>`; the clouds accept any token, and refuse that there is none. */
function callerOf({ headers }: Request): Caller {
  return { apiToken: /^(?:aivenv1|bearer) (\S+)$/i.exec(headers.authorization?.trim() ?? "")?.[1] ?? "" };
}
