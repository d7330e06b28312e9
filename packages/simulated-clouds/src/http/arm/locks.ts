import { lockJson } from "../../clouds/azure/json/authorization";
import type { LockLevel, NamedLock } from "../../clouds/azure/locks";
import { maybeText, object, text } from "../../clouds/json";
import { created, noContent, ok, route, type Request, type Route } from "../router";
import { calls } from "./filter";
import type { ArmRouteContext } from "../context";

const LOCKS = "/*scope/providers/Microsoft.Authorization/locks";

/** Management locks: https://learn.microsoft.com/rest/api/resources/management-locks */
export function lockRoutes({ world, context }: ArmRouteContext): Route[] {
  const { locks, managementLocks } = world.azure;
  const sent = ({ at, body }: Request): NamedLock => {
    const { level, notes } = object(body.properties);
    return { scope: at.scope, name: at.name, level: text(level) as LockLevel, notes: maybeText(notes) };
  };
  return [
    route("GET", LOCKS, (request) => {
      const atScope = calls(request.query, "atScope") !== undefined;
      const value = managementLocks.list(context(request), request.at.scope || "/", atScope).map(lockJson);
      return ok({ value });
    }),
    route("GET", `${LOCKS}/:name`, (request) => ok(lockJson(managementLocks.get(context(request), request.path)))),
    route("PUT", `${LOCKS}/:name`, (request) => {
      const respond = locks.find(request.path) ? ok : created;
      return respond(lockJson(managementLocks.put(context(request), sent(request))));
    }),
    route("DELETE", `${LOCKS}/:name`, (request) => {
      const known = locks.find(request.path);
      managementLocks.delete(context(request), sent(request));
      return known ? { status: 200 } : noContent;
    }),
  ];
}
