import { assignmentProperties, roleAssignmentJson } from "../../clouds/azure/json/authorization";
import type { Directory } from "../../clouds/entra/directory";
import type { ShownRoleAssignment } from "../../clouds/azure/role-assignments";
import { inScope, sameId } from "../../clouds/azure/resource-id";
import { maybeText, object, text } from "../../clouds/json";
import { created, noContent, ok, route, type Request, type Route } from "../router";
import { calls, equals } from "./filter";
import type { ArmRouteContext } from "../context";

const ASSIGNMENTS = "/*scope/providers/Microsoft.Authorization/roleAssignments";

export function roleAssignmentRoutes({ world, context }: ArmRouteContext): Route[] {
  const { rbac, roleAssignments, arm } = world.azure;
  const find = (id: string) => rbac.assignments.find((candidate) => sameId(candidate.id, id));
  return [
    route("GET", ASSIGNMENTS, (request) => {
      const action = "Microsoft.Authorization/roleAssignments/read";
      return arm.call(context(request), { method: "GET", id: request.path, action }, () =>
        ok({
          value: roleAssignments
            .in(request.at.scope || "/")
            .filter(admittedBy(request, world.entra.directory))
            .map(roleAssignmentJson),
        }),
      );
    }),
    route("GET", `${ASSIGNMENTS}/:name`, (request) =>
      ok(roleAssignmentJson(roleAssignments.get(context(request), request.path))),
    ),
    route("PUT", `${ASSIGNMENTS}/:name`, (request) => {
      const sent = object(request.body.properties);
      const properties = assignmentProperties(sent);
      if (find(request.path)) {
        return ok(roleAssignmentJson(roleAssignments.update(context(request), request.path, properties)));
      }
      const assignment = roleAssignments.create(context(request), request.at.scope, {
        name: request.at.name,
        roleDefinitionId: text(sent.roleDefinitionId),
        principalId: text(sent.principalId),
        principalType: maybeText(sent.principalType),
        properties,
      });
      return created(roleAssignmentJson(assignment));
    }),
    route("DELETE", `${ASSIGNMENTS}/:name`, (request) => {
      const known = find(request.path);
      if (!known) {
        roleAssignments.delete(context(request), request.path);
        return noContent;
      }
      const gone = roleAssignments.in(known.scope).find(({ id }) => sameId(id, known.id));
      roleAssignments.delete(context(request), request.path);
      return gone ? ok(roleAssignmentJson(gone)) : noContent;
    }),
  ];
}

/** ARM lists what is assigned at the scope, above it and below it; a filter narrows that. */
function admittedBy({ query, at }: Request, directory: Directory): (assignment: ShownRoleAssignment) => boolean {
  const principal = equals(query, "principalId");
  // also by a group: https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest
  const assigned = calls(query, "assignedTo");
  const atScope = calls(query, "atScope") !== undefined;
  return ({ principalId, scope }) =>
    (principal === undefined || sameId(principal, principalId)) &&
    (assigned === undefined || directory.isOrContains(principalId, assigned)) &&
    (!atScope || inScope(scope, at.scope || "/"));
}
