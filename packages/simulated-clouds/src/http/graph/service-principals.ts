import type { ServicePrincipal } from "../../clouds/entra/directory";
import { notFound } from "../../clouds/entra/graph";
import { overlay, text, without, type JsonObject } from "../../clouds/json";
import { created, noContent, route, type Request, type Route } from "../router";
import { many, one } from "./collection";
import type { GraphRouteContext } from "../context";
import { namedOwners } from "./owners";
import { appRoleAssignments } from "./roles";

const DEFAULTS: JsonObject = {
  accountEnabled: true,
  alternativeNames: [],
  appRoleAssignmentRequired: false,
  appRoles: [],
  oauth2PermissionScopes: [],
  replyUrls: [],
  tags: [],
};

export function servicePrincipalRoutes({ world, bodies, caller }: GraphRouteContext): Route[] {
  const { servicePrincipals } = world.entra;
  const json = (principal: ServicePrincipal): JsonObject =>
    overlay(overlay(DEFAULTS, bodies.get(principal.objectId)), {
      ...(principal.properties.account_enabled === false ? { accountEnabled: false } : {}),
      id: principal.objectId,
      appId: principal.clientId,
      appDisplayName: principal.displayName,
      displayName: principal.displayName,
      appOwnerOrganizationId: principal.applicationTenantId,
      servicePrincipalType: principal.type,
      servicePrincipalNames: [principal.clientId],
      signInAudience: world.entra.directory.application(principal.clientId)?.signInAudience ?? null,
    });
  const find = (request: Request): ServicePrincipal => {
    const { id, clientId } = request.at;
    if (clientId === undefined) return servicePrincipals.get(caller(request), id);
    const [found] = servicePrincipals.list(caller(request), (candidate) => candidate.clientId === clientId);
    if (!found) throw notFound(clientId);
    return found;
  };
  const each = (method: string, path: string, handle: Route["handle"]): Route[] => [
    route(method, `/graph/:version/servicePrincipals/:id${path}`, handle),
    route(method, `/graph/:version/servicePrincipals(appId=':clientId')${path}`, handle),
  ];
  return [
    route("POST", "/graph/:version/servicePrincipals", (request) => {
      const token = caller(request);
      const principal = servicePrincipals.create(token, text(request.body.appId), {}, namedOwners(request.body));
      bodies.put(principal.objectId, without(request.body, ["appId", "owners@odata.bind"]));
      return one(request, json(principal), created);
    }),
    route("GET", "/graph/:version/servicePrincipals", (request) =>
      many(request, servicePrincipals.list(caller(request), () => true).map(json)),
    ),
    ...each("GET", "", (request) => one(request, json(find(request)))),
    ...each("PATCH", "", (request) => {
      const { objectId, properties } = find(request);
      servicePrincipals.update(caller(request), objectId, properties);
      bodies.put(objectId, { ...bodies.get(objectId), ...without(request.body, ["appId"]) });
      return noContent;
    }),
    ...each("DELETE", "", (request) => {
      const { objectId } = find(request);
      servicePrincipals.delete(caller(request), objectId);
      bodies.drop(objectId);
      return noContent;
    }),
    ...each("GET", "/appRoleAssignments", (request) => many(request, appRoleAssignments(world, find(request)))),
  ];
}
