import type { Account } from "../../clouds/aiven/aiven";
import { AZURE_CLOUDS } from "../../clouds/aiven/cloud-names";
import { ok, route, type Route } from "../router";
import type { AivenRouteContext } from "../context";

/** Projects, the clouds they may use, and who the token belongs to. */
export function accountRoutes({ world, caller }: AivenRouteContext): Route[] {
  const { aiven, clock } = world;
  const clouds = [...AZURE_CLOUDS].map((name) => ({
    cloud_name: name,
    cloud_description: `Azure: ${name.slice("azure-".length)}`,
    provider: "azure",
    provider_description: "Microsoft Azure",
  }));
  return [
    route("GET", "/v1/project", (request) => {
      const account = aiven.account(caller(request));
      return ok({ projects: account.projects.map(projectJson), ...membershipJson(account) });
    }),
    route("GET", "/v1/project/:project", (request) =>
      ok({ project: projectJson(aiven.project(caller(request), request.at.project).name) }),
    ),
    route("GET", "/v1/project/:project/kms/ca", async (request) =>
      ok({ certificate: await aiven.authorities.get(caller(request), request.at.project) }),
    ),
    route("GET", "/v1/project/:project/clouds", (request) => {
      aiven.project(caller(request), request.at.project);
      return ok({ clouds });
    }),
    route("GET", "/v1/clouds", () => ok({ clouds })),
    route("GET", "/v1/me", (request) => {
      const account = aiven.account(caller(request));
      return ok({ user: { user: account.email, state: "active", ...membershipJson(account) } });
    }),
    route("GET", "/v1/project/:project/users", (request) => {
      const users = aiven.members(caller(request), request.at.project).map(({ email, memberType }) => ({
        user_email: email,
        user_id: "u0000000000a",
        member_type: memberType,
        create_time: clock.timestamp(),
        auth: [],
        billing_contact: false,
        team_id: "",
        team_name: "",
      }));
      return ok({ users, invitations: [], group_users: [] });
    }),
    route("GET", "/v1/access_token", (request) => {
      aiven.account(caller(request));
      const token = {
        token_prefix: caller(request).apiToken.slice(0, 4),
        currently_active: true,
        description: "simulated",
      };
      return ok({ tokens: [token] });
    }),
  ];
}

/** assumed: what is granted beside a role is listed after it. */
const membershipJson = ({ projects, memberType, permissions }: Account) => ({
  project_membership: Object.fromEntries(projects.map((project) => [project, memberType])),
  project_memberships: Object.fromEntries(projects.map((project) => [project, [memberType, ...permissions]])),
});

const projectJson = (name: string) => ({
  project_name: name,
  account_id: "a0000000000a",
  account_name: "customer",
  available_credits: "0.00",
  billing_emails: [],
  default_cloud: "azure-westeurope",
  organization_id: "org1a2b3c4d5e6",
  tech_emails: [],
});
