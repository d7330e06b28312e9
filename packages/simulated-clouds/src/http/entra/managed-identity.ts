import type { ServicePrincipal } from "../../clouds/entra/directory";
import type { World } from "../../clouds/world";
import type { AccessTokens } from "../access-tokens";
import { ok, route, type Response, type Request, type Route } from "../router";

/**
 * Where the tokens of a managed identity come from: the metadata service of a machine, as azurerm and azuread ask it, and the endpoint
 * that App Service names in the environment, which is the one that Azure's SDKs, and azapi by them, let somebody put elsewhere.
 * https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
 */
export function managedIdentityRoutes({ deployer, entra }: World, tokens: AccessTokens): Route[] {
  const identity = deployer.managedIdentity;
  const issue = ({ query }: Request): Response => {
    const asked = query.get("client_id");
    if (!identity || (asked !== null && asked !== identity.clientId)) return refusal("Identity not found");
    const resource = query.get("resource") ?? "";
    const issued = tokens.issue(entra.tokens.forManagedIdentity(identity), resource);
    const expires = Math.floor(Date.now() / 1000) + issued.expires_in;
    // here the numbers are words
    const times = { expires_in: String(issued.expires_in), expires_on: String(expires) };
    return ok({ ...issued, ...times, resource, client_id: identity.clientId });
  };
  return [
    route("GET", MACHINES_ENDPOINT, (request) =>
      request.headers.metadata === "true" ? issue(request) : refusal("Required metadata header not specified"),
    ),
    // assumed: status and text of the refusal
    route("GET", APP_SERVICES_ENDPOINT, (request) =>
      identity && request.headers["x-identity-header"] === appServicesHeader(identity)
        ? issue(request)
        : refusal("Required X-IDENTITY-HEADER header not specified"),
    ),
  ];
}

const MACHINES_ENDPOINT = "/metadata/identity/oauth2/token";
const APP_SERVICES_ENDPOINT = "/msi/token";

/** What a process finds in its environment where it has a managed identity. */
export const managedIdentityEnvironment = (origin: string, identity: ServicePrincipal): Record<string, string> => ({
  // azurerm, azuread
  ARM_MSI_ENDPOINT: origin + MACHINES_ENDPOINT,
  // azapi, Azure's SDKs
  IDENTITY_ENDPOINT: origin + APP_SERVICES_ENDPOINT,
  IDENTITY_HEADER: appServicesHeader(identity),
});

/** Nobody else's process can read it. */
const appServicesHeader = ({ objectId }: ServicePrincipal): string => objectId;

const refusal = (description: string): Response => ({
  status: 400,
  body: { error: "invalid_request", error_description: description },
});
