import type { Caller, Owner } from "../../clouds/aiven/gateway";
import type { World } from "../../clouds/world";
import type { CallersTime } from "../callers-time";
import type { Request, Route } from "../router";
import { accountRoutes } from "./account";
import { serviceRoutes } from "./services";
import { vpcRoutes } from "./vpcs";

export interface AivenFront {
  readonly world: World;
  readonly time: CallersTime;
  readonly caller: (request: Request) => Caller;
}

/** Aiven's API below `/v1`. Lists are never long enough for `limit` to matter. */
export function aivenRoutes(world: World, time: CallersTime): Route[] {
  const front: AivenFront = { world, time, caller: callerOf };
  return [...vpcRoutes(front), ...serviceRoutes(front), ...accountRoutes(front)];
}

/** `Authorization: aivenv1 <token>`; the clouds accept any token, and refuse that there is none. */
function callerOf({ headers }: Request): Caller {
  return { apiToken: /^(?:aivenv1|bearer) (\S+)$/i.exec(headers.authorization?.trim() ?? "")?.[1] ?? "" };
}

export const ownerOf = ({ at }: Request): Owner =>
  at.project === undefined ? { organization: at.organization } : { project: at.project };
