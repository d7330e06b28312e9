import { DEFAULT_POLICY, type PasswordRestriction } from "../../clouds/entra/policies";
import type { JsonObject } from "../../clouds/json";
import { route, type Route } from "../router";
import { one } from "./collection";
import type { GraphRouteContext } from "../context";

/**
 * https://learn.microsoft.com/graph/api/authorizationpolicy-get and
 * https://learn.microsoft.com/graph/api/tenantappmanagementpolicy-get
 */
export function policyRoutes({ world, caller }: GraphRouteContext): Route[] {
  const { policies } = world.entra;
  return [
    route("GET", "/graph/:version/policies/authorizationPolicy", (request) => {
      const { allowedToCreateApps } = policies.authorization(caller(request));
      return one(request, {
        ...AUTHORIZATION,
        defaultUserRolePermissions: { ...AUTHORIZATION.defaultUserRolePermissions, allowedToCreateApps },
      });
    }),
    route("GET", "/graph/:version/policies/defaultAppManagementPolicy", (request) => {
      const restrictions = policies.passwordRestrictions(caller(request));
      const applicationRestrictions = { passwordCredentials: restrictions.map(restrictionJson), keyCredentials: [] };
      return one(request, { ...APP_MANAGEMENT, isEnabled: restrictions.length > 0, applicationRestrictions });
    }),
  ];
}

/** What a tenant says where nobody has changed anything. */
const AUTHORIZATION = {
  id: "authorizationPolicy",
  displayName: "Authorization Policy",
  description: "Used to manage authorization related settings across the company.",
  allowInvitesFrom: "everyone",
  allowedToSignUpEmailBasedSubscriptions: true,
  allowedToUseSSPR: true,
  allowEmailVerifiedUsersToJoinOrganization: true,
  blockMsolPowerShell: null,
  defaultUserRolePermissions: {
    allowedToCreateSecurityGroups: true,
    allowedToReadOtherUsers: true,
    permissionGrantPoliciesAssigned: [],
  },
};

const APP_MANAGEMENT = {
  id: DEFAULT_POLICY,
  displayName: "Default app management tenant policy",
  description:
    "Default tenant policy that enforces app management restrictions on applications and service principals.",
  servicePrincipalRestrictions: { passwordCredentials: [], keyCredentials: [] },
};

const restrictionJson = ({ restrictionType, maxLifetimeDays }: PasswordRestriction): JsonObject => ({
  restrictionType,
  state: "enabled",
  maxLifetime: maxLifetimeDays === undefined ? null : `P${maxLifetimeDays}D`,
  // before any application of the simulation
  restrictForAppsCreatedAfterDateTime: "2000-01-01T00:00:00Z",
});
