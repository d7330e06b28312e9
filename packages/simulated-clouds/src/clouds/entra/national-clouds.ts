import { TokenError } from "../api-error";

/** Microsoft's clouds, each with endpoints, tenants and subscriptions of its own. */
export type NationalCloud = "public" | "usgovernment" | "china";

/** Where each cloud's Microsoft Graph is, which is what a token is first asked for. */
const GRAPH: Readonly<Record<NationalCloud, string>> = {
  public: "https://graph.microsoft.com",
  usgovernment: "https://graph.microsoft.us",
  china: "https://microsoftgraph.chinacloudapi.cn",
};

export const tenantNotFound = (tenantId: string): TokenError =>
  new TokenError(400, "invalid_request", "AADSTS90002", `Tenant '${tenantId}' not found.`);

/**
 * An application that asks the endpoint of one cloud for a token of a tenant in another one.
 * assumed: the public cloud and the US government's know of each other's tenants, in both directions; China's is apart.
 */
export function crossCloud(tenantId: string, asked: NationalCloud, home: NationalCloud): TokenError {
  if (asked === "china" || home === "china") return tenantNotFound(tenantId);
  const text = "Confidential Client is not supported in Cross Cloud request.";
  return new TokenError(400, "invalid_request", "AADSTS900382", text);
}

/** Who is signed in to one cloud (a person, a managed identity) asks it for a token of another cloud's API. assumed: the code. */
export function foreignResource(tenantId: string, asked: NationalCloud): TokenError {
  const text = `The resource principal named ${GRAPH[asked]} was not found in the tenant named ${tenantId}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`;
  return new TokenError(400, "invalid_request", "AADSTS500011", text);
}
