import { subscriptionId, subscriptionOf } from "../../clouds/azure/resource-id";
import type { Permission } from "../../clouds/azure/permissions";
import type { RoleDefinition } from "../../clouds/azure/rbac";
import { qualifiedRoleDefinitionId } from "../../clouds/azure/role-definitions";
import { maybeText, object, objects, text, texts, type JsonObject } from "../json";
import { created, noContent, ok, route, type Request, type Route } from "../router";
import { equals } from "./filter";
import type { ArmFront } from "./front";

const ROLES = "/*scope/providers/Microsoft.Authorization/roleDefinitions";

export function roleDefinitionRoutes({ world, context }: ArmFront): Route[] {
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

const roleDefinitionJson = (scope: string, role: RoleDefinition) => ({
  id: qualifiedRoleDefinitionId(scope || "/", role.guid),
  name: role.guid,
  type: "Microsoft.Authorization/roleDefinitions",
  properties: {
    roleName: role.name,
    type: role.tenantId === undefined ? "BuiltInRole" : "CustomRole",
    description: role.description,
    assignableScopes: role.assignableScopes,
    permissions: role.permissions,
  },
});

const permissionOf = (sent: JsonObject): Permission => ({
  actions: texts(sent.actions),
  notActions: texts(sent.notActions),
  dataActions: texts(sent.dataActions),
  notDataActions: texts(sent.notDataActions),
});
