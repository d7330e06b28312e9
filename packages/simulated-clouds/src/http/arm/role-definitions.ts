import { permissionOf, roleDefinitionJson } from "../../clouds/azure/json/authorization";
import { subscriptionId, subscriptionOf } from "../../clouds/azure/resource-id";
import type { RoleDefinition } from "../../clouds/azure/rbac";
import { maybeText, object, objects, text, texts } from "../../clouds/json";
import { created, noContent, ok, route, type Request, type Route } from "../router";
import { equals } from "./filter";
import type { ArmRouteContext } from "../context";

const ROLES = "/*scope/providers/Microsoft.Authorization/roleDefinitions";

export function roleDefinitionRoutes({ world, context }: ArmRouteContext): Route[] {
  const { roleDefinitions } = world.azure;
  const json = ({ at }: Request, role: RoleDefinition) => roleDefinitionJson(at.scope, role);
  return [
    route("GET", ROLES, (request) => {
      const wanted = {
        roleName: equals(request.query, "roleName"),
        type: equals(request.query, "type"),
      };
      const listed = roleDefinitions.list(context(request), request.at.scope || "/").map((role) => json(request, role));
      const value = listed.filter(
        ({ properties }) =>
          (wanted.roleName === undefined || properties.roleName === wanted.roleName) &&
          (wanted.type === undefined || properties.type === wanted.type),
      );
      return ok({ value });
    }),
    route("GET", `${ROLES}/:guid`, (request) =>
      ok(json(request, roleDefinitions.get(context(request), request.at.scope || "/", request.at.guid))),
    ),
    route("PUT", `${ROLES}/:guid`, (request) => {
      const sent = object(request.body.properties);
      const scopes = texts(sent.assignableScopes);
      const role = roleDefinitions.put(context(request), request.at.scope, request.at.guid, {
        name: text(sent.roleName),
        description: maybeText(sent.description),
        permissions: objects(sent.permissions).map(permissionOf),
        assignableScopes: scopes.length > 0 ? scopes : [subscriptionId(subscriptionOf(request.path))],
      });
      return created(json(request, role));
    }),
    route("DELETE", `${ROLES}/:guid`, (request) => {
      const known = world.azure.rbac.definitions.find(({ guid }) => guid === request.at.guid);
      roleDefinitions.delete(context(request), request.at.scope, request.at.guid);
      return known ? ok(json(request, known)) : noContent;
    }),
  ];
}
