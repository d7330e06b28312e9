import type { ServicePrincipal } from "../../clouds/entra/directory";
import { APPLICATION_PERMISSIONS, DIRECTORY_ROLES, type DirectoryRole } from "../../clouds/entra/directory-roles";
import { notFound } from "../../clouds/entra/graph";
import type { World } from "../../clouds/world";
import type { JsonObject } from "../../clouds/json";
import { route, type Response, type Request, type Route } from "../router";
import { many, one } from "./collection";
import type { GraphRouteContext } from "../context";

/** Microsoft Graph's own application. */
const MICROSOFT_GRAPH = "00000003-0000-0000-c000-000000000000";

/** What a workload may do in Graph. */
export function appRoleAssignments({ entra }: World, { objectId, displayName }: ServicePrincipal): JsonObject[] {
  return entra.privileges.permissionsOf(objectId).map((permission) => ({
    id: Buffer.from(`${objectId} ${permission}`).toString("base64url"),
    appRoleId: APPLICATION_PERMISSIONS[permission],
    principalDisplayName: displayName,
    principalId: objectId,
    principalType: "ServicePrincipal",
    resourceDisplayName: "Microsoft Graph",
    // assumed: any id; its principal in the tenant is not simulated
    resourceId: MICROSOFT_GRAPH,
  }));
}

/** What people and workloads may do in the directory. */
export function roleRoutes({ world, caller }: GraphRouteContext): Route[] {
  const { directory, privileges, graph } = world.entra;
  const member = (request: Request): string => {
    const { id, principal } = request.at;
    const { tenantId, principalObjectId } = caller(request);
    const inTenant = [...directory.users, ...directory.servicePrincipals].filter((one) => one.tenantId === tenantId);
    const wanted = principal ?? id ?? principalObjectId;
    const found = inTenant.find((one) =>
      [one.objectId, "userPrincipalName" in one ? one.userPrincipalName : ""].includes(wanted),
    );
    if (!found || (principal === undefined && !("userPrincipalName" in found))) throw notFound(wanted);
    return found.objectId;
  };
  const reading = (path: string, handle: (request: Request) => Response, ofRoles = false): Route =>
    route("GET", path, (request) => {
      const token = caller(request);
      const asked = request.path.replace(/^\/graph\/[^/]+/, "");
      return graph.read(
        token,
        asked,
        () => handle(request),
        (may) => (ofRoles ? may.mayReadRoles(token) : may.mayReadDirectory(token)),
      );
    });
  /** Only what leads through a group to a role is transitive. */
  const shownTo = (relation: string, objectId: string): DirectoryRole[] =>
    relation === "memberOf" ? privileges.rolesOf(objectId) : privileges.allRolesOf(objectId);
  const people = ["/graph/:version/me", "/graph/:version/users/:id"];
  return [
    ...people.map((path) =>
      reading(path, (request) => {
        const objectId = member(request);
        const found = directory.users.find((one) => one.objectId === objectId);
        const userPrincipalName = found?.userPrincipalName ?? "";
        return one(request, { id: objectId, userPrincipalName, displayName: userPrincipalName });
      }),
    ),
    ...[...people, "/graph/:version/servicePrincipals/:principal"].flatMap((path) =>
      ["memberOf", "transitiveMemberOf"].map((relation) =>
        reading(`${path}/${relation}`, (request) => many(request, shownTo(relation, member(request)).map(roleJson))),
      ),
    ),
    reading(
      "/graph/:version/directoryRoles",
      (request) => many(request, (Object.keys(DIRECTORY_ROLES) as DirectoryRole[]).map(roleJson)),
      true,
    ),
    reading(
      "/graph/:version/roleManagement/directory/roleAssignments",
      (request) => {
        const { tenantId } = caller(request);
        const holders = [...directory.users, ...directory.servicePrincipals].filter((one) => one.tenantId === tenantId);
        return many(
          request,
          holders.flatMap(({ objectId }) => [
            ...privileges.rolesOf(objectId).map((role) => assignment(objectId, role)),
            ...customAssignments(objectId, privileges.customRoleOf(objectId)),
          ]),
        );
      },
      true,
    ),
  ];
}

const roleJson = (role: DirectoryRole): JsonObject => ({
  "@odata.type": "#microsoft.graph.directoryRole",
  id: DIRECTORY_ROLES[role].templateId,
  roleTemplateId: DIRECTORY_ROLES[role].templateId,
  displayName: role,
});

const assignment = (principalId: string, role: DirectoryRole): JsonObject => ({
  id: Buffer.from(`${principalId} ${role}`).toString("base64url"),
  principalId,
  roleDefinitionId: DIRECTORY_ROLES[role].templateId,
  directoryScopeId: "/",
  // as with $expand=roleDefinition
  roleDefinition: { id: DIRECTORY_ROLES[role].templateId, displayName: role, isBuiltIn: true },
});

/** None where somebody has no custom role. */
const customAssignments = (principalId: string, actions: readonly string[]): JsonObject[] =>
  actions.length === 0
    ? []
    : [
        {
          id: Buffer.from(`${principalId} custom`).toString("base64url"),
          principalId,
          roleDefinitionId: CUSTOM_ROLE,
          directoryScopeId: "/",
          roleDefinition: {
            id: CUSTOM_ROLE,
            displayName: "Custom role",
            isBuiltIn: false,
            rolePermissions: [{ allowedResourceActions: [...actions] }],
          },
        },
      ];

const CUSTOM_ROLE = "c0570000-0000-4000-8000-000000000001";
