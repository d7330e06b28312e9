import type { ServicePrincipal } from "../../clouds/entra/directory";
import { notFound } from "../../clouds/entra/graph";
import type { World } from "../../clouds/world";
import { APPLICATION_ADMINISTRATOR } from "../access-tokens";
import type { JsonObject } from "../json";
import { route, type Answer, type Request, type Route } from "../router";
import { many, one } from "./collection";
import type { GraphFront } from "./front";

/** Microsoft Graph's own application, and its application role Application.ReadWrite.All. */
const MICROSOFT_GRAPH = "00000003-0000-0000-c000-000000000000";
const APPLICATION_READ_WRITE_ALL = "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9";

const isAdministrator = ({ entra }: World, objectId: string): boolean =>
  entra.directory.applicationAdministrators.has(objectId);

/** What a workload may do in Graph. That it may manage applications is all the clouds know of it. */
export function appRoleAssignments(world: World, { objectId, displayName }: ServicePrincipal): JsonObject[] {
  if (!isAdministrator(world, objectId)) return [];
  return [
    {
      id: Buffer.from(objectId).toString("base64url"),
      appRoleId: APPLICATION_READ_WRITE_ALL,
      principalDisplayName: displayName,
      principalId: objectId,
      principalType: "ServicePrincipal",
      resourceDisplayName: "Microsoft Graph",
      // assumed: any id; its principal in the tenant is not simulated
      resourceId: MICROSOFT_GRAPH,
    },
  ];
}

/** What a person may do in the directory. */
export function roleRoutes({ world, caller }: GraphFront): Route[] {
  const { directory } = world.entra;
  const user = (request: Request) => {
    const token = caller(request);
    const id = request.at.id ?? token.principalObjectId;
    const found = directory.users.find((one) => one.objectId === id || one.userPrincipalName === id);
    if (!found || found.tenantId !== token.tenantId) throw notFound(id);
    return found;
  };
  const roles = (objectId: string): JsonObject[] => (isAdministrator(world, objectId) ? [administrator] : []);
  const reading = (path: string, answer: (request: Request) => Answer): Route =>
    route("GET", path, (request) => {
      const asked = request.path.replace(/^\/graph\/[^/]+/, "");
      return world.entra.graph.read(caller(request), asked, () => answer(request));
    });
  const paths = ["/graph/:version/me", "/graph/:version/users/:id"];
  return [
    ...paths.flatMap((path) => [
      reading(path, (request) => {
        const { objectId, userPrincipalName } = user(request);
        return one(request, { id: objectId, userPrincipalName, displayName: userPrincipalName });
      }),
      ...["memberOf", "transitiveMemberOf"].map((relation) =>
        reading(`${path}/${relation}`, (request) => many(request, roles(user(request).objectId))),
      ),
    ]),
    reading("/graph/:version/directoryRoles", (request) => many(request, [administrator])),
    reading("/graph/:version/roleManagement/directory/roleAssignments", (request) => {
      const { tenantId } = caller(request);
      const holders = directory.users.filter(
        (one) => one.tenantId === tenantId && isAdministrator(world, one.objectId),
      );
      return many(
        request,
        holders.map(({ objectId }) => assignment(objectId)),
      );
    }),
  ];
}

const administrator: JsonObject = {
  "@odata.type": "#microsoft.graph.directoryRole",
  id: APPLICATION_ADMINISTRATOR,
  roleTemplateId: APPLICATION_ADMINISTRATOR,
  displayName: "Application Administrator",
};

const assignment = (principalId: string): JsonObject => ({
  id: Buffer.from(principalId).toString("base64url"),
  principalId,
  roleDefinitionId: APPLICATION_ADMINISTRATOR,
  directoryScopeId: "/",
});
