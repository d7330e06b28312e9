import type { DenyAssignment, DenyAssignments } from "../../clouds/azure/deny-assignments";
import { denyAssignmentJson } from "../../clouds/azure/json/authorization";
import { inScope, nameOf, sameId } from "../../clouds/azure/resource-id";
import { ApiError } from "../../clouds/api-error";
import { ok, route, type Request, type Route } from "../router";
import { calls, equals } from "./filter";
import type { ArmRouteContext } from "../context";

const DENY_ASSIGNMENTS = "/*scope/providers/Microsoft.Authorization/denyAssignments";

/** What nobody may do, which can only be looked at: https://learn.microsoft.com/rest/api/authorization/deny-assignments */
export function denyAssignmentRoutes({ world, context }: ArmRouteContext): Route[] {
  const { arm, rbac } = world.azure;
  const json = (assignment: DenyAssignment) => denyAssignmentJson(world.entra.directory, assignment);
  const reading = (request: Request, bodyOf: (found: DenyAssignment[]) => object) => {
    const action = "Microsoft.Authorization/denyAssignments/read";
    const call = { method: "GET", id: request.path, action } as const;
    return arm.call(context(request), call, () => ok(bodyOf(rbac.denyAssignments.in(request.at.scope || "/"))));
  };
  return [
    route("GET", DENY_ASSIGNMENTS, (request) =>
      reading(request, (found) => ({ value: found.filter(admittedBy(request, rbac.denyAssignments)).map(json) })),
    ),
    route("GET", `${DENY_ASSIGNMENTS}/:guid`, (request) =>
      reading(request, (found) => {
        const assignment = found.find(({ guid }) => sameId(guid, request.at.guid));
        if (assignment) return json(assignment);
        // assumed: code and text
        throw new ApiError(
          404,
          "DenyAssignmentNotFound",
          `The deny assignment '${nameOf(request.path)}' is not found.`,
        );
      }),
    ),
  ];
}

/** `assignedTo` also finds what is assigned to a group: https://learn.microsoft.com/azure/role-based-access-control/deny-assignments-rest */
function admittedBy({ query, at }: Request, all: DenyAssignments): (assignment: DenyAssignment) => boolean {
  const [wantedName, principal] = [equals(query, "denyAssignmentName"), equals(query, "principalId")];
  const [assigned, atScope] = [calls(query, "assignedTo"), calls(query, "atScope") !== undefined];
  return (assignment) => {
    const { name, principals, scope } = assignment;
    return (
      (wantedName === undefined || wantedName === name) &&
      // assumed: for everybody is not for the principal that is asked for
      (principal === undefined || principals.some((id) => sameId(id, principal))) &&
      (assigned === undefined || all.names(assignment, assigned)) &&
      (!atScope || inScope(scope, at.scope || "/"))
    );
  };
}
