import type { RouteContext } from "../context";
import { ok, route, type Response, type Request, type Route } from "../router";

/**
 * Where the tokens of a managed identity come from: the metadata service of a machine, as azurerm and azuread ask it, and the endpoint
 * that App Service names in the environment, which is the one that Azure's SDKs, and azapi by them, let somebody put elsewhere.
 * https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
 *
 * On a machine of Azure whoever is on it may have a token. Here the machine is somebody's own, and others may be on it. App Service asks
 * for a header that only its app has been given. azurerm and azuread send none (`azureMetadata` in go-azure-sdk, sdk/auth,
 * managed_identity_authorizer.go), but they take any address, so the secret is a part of theirs.
 */
export function managedIdentityRoutes({ world: { deployer, entra }, tokens, identitySecret }: RouteContext): Route[] {
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
    route("GET", machinesEndpoint(identitySecret), (request) =>
      request.headers.metadata === "true" ? issue(request) : refusal("Required metadata header not specified"),
    ),
    // assumed: status and text of the refusal
    route("GET", APP_SERVICES_ENDPOINT, (request) =>
      request.headers["x-identity-header"] === identitySecret
        ? issue(request)
        : refusal("Required X-IDENTITY-HEADER header not specified"),
    ),
  ];
}

const machinesEndpoint = (secret: string): string => `/metadata/identity/${secret}/oauth2/token`;
const APP_SERVICES_ENDPOINT = "/msi/token";

/** What a process finds in its environment where it has a managed identity. */
export const managedIdentityEnvironment = (origin: string, secret: string): Record<string, string> => ({
  // azurerm, azuread
  ARM_MSI_ENDPOINT: origin + machinesEndpoint(secret),
  // azapi, Azure's SDKs
  IDENTITY_ENDPOINT: origin + APP_SERVICES_ENDPOINT,
  IDENTITY_HEADER: secret,
});

const refusal = (description: string): Response => ({
  status: 400,
  body: { error: "invalid_request", error_description: description },
});
