import type { ServiceUser } from "../../clouds/aiven/services";
import { maybeText, text, type JsonObject } from "../../clouds/json";
import { ok, route, type Request, type Route } from "../router";
import type { AivenRouteContext } from "../context";
import { serviceJson, userJson } from "./service-json";

const USERS = "/v1/project/:project/service/:service/user";

/** The users of services. */
export function serviceUserRoutes({ world, caller }: AivenRouteContext): Route[] {
  const { serviceUsers, services } = world.aiven;
  const key = (request: Request) => [caller(request), request.at.project, request.at.service] as const;
  const json = ({ at }: Request, user: ServiceUser): JsonObject =>
    userJson(services.find(at.project, at.service), user);
  return [
    route("POST", USERS, (request) => {
      const user = serviceUsers.create(...key(request), text(request.body.username));
      return ok({ user: json(request, user), message: "created" });
    }),
    route("GET", `${USERS}/:user`, (request) => {
      const user = serviceUsers.get(...key(request), request.at.user);
      return ok({ user: json(request, user) });
    }),
    // `operation` is reset-credentials: the others concern certificates that end, and services that are not simulated
    route("PUT", `${USERS}/:user`, (request) => {
      const { body, at } = request;
      serviceUsers.resetPassword(...key(request), at.user, maybeText(body.new_password));
      return ok({ service: serviceJson(services.find(at.project, at.service), world.clock.timestamp()) });
    }),
    route("DELETE", `${USERS}/:user`, (request) => {
      serviceUsers.delete(...key(request), request.at.user);
      return ok({});
    }),
  ];
}
