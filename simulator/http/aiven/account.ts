import { AZURE_CLOUDS } from "../../clouds/aiven/cloud-names";
import { ApiError } from "../../clouds/api-error";
import { ok, route, type Request, type Route } from "../router";
import type { AivenFront } from "./front";

/** Projects, the clouds they may use, and who the token belongs to. */
export function accountRoutes({ world, caller }: AivenFront): Route[] {
  const { aiven, settings } = world;
  const signedIn = (request: Request): void => {
    // what belongs to no project comes through no gateway
    if (caller(request).apiToken === "") throw new ApiError(401, "Unauthorized", "Missing (expired) db token");
  };
  const clouds = [...AZURE_CLOUDS].map((name) => ({
    cloud_name: name,
    cloud_description: `Azure: ${name.slice("azure-".length)}`,
    provider: "azure",
    provider_description: "Microsoft Azure",
  }));
  return [
    route("GET", "/v1/project", (request) => {
      signedIn(request);
      const [first = ""] = settings.aiven.projects;
      return ok({ projects: settings.aiven.projects.map(projectJson), project_membership: { [first]: "admin" } });
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
      signedIn(request);
      // assumed: a token of somebody who administers every project
      const membership = Object.fromEntries(settings.aiven.projects.map((project) => [project, "admin"]));
      return ok({ user: { user: "deployer@customer.example", state: "active", project_membership: membership } });
    }),
    route("GET", "/v1/access_token", (request) => {
      signedIn(request);
      const token = {
        token_prefix: caller(request).apiToken.slice(0, 4),
        currently_active: true,
        description: "simulated",
      };
      return ok({ tokens: [token] });
    }),
  ];
}

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
