import { ok, route, type Request, type Route } from "../router";

/** What clients look up before they ask for a token: OpenID's metadata, and which hosts are one authority. */
export function discoveryRoutes(): Route[] {
  return [
    route("GET", "/:tenant/v2.0/.well-known/openid-configuration", openIdConfiguration),
    route("GET", "/:tenant/.well-known/openid-configuration", openIdConfiguration),
    // nothing is signed, so there is no key to verify it with
    route("GET", "/:tenant/discovery/v2.0/keys", () => ok({ keys: [] })),
    route("GET", "/common/discovery/instance", ({ origin, query }) => {
      const asked = query.get("authorization_endpoint") ?? "";
      const tenant = /^https:\/\/[^/]+\/([^/]+)/.exec(asked)?.[1] ?? "common";
      const host = new URL(origin).host;
      return ok({
        tenant_discovery_endpoint: `${origin}/${tenant}/v2.0/.well-known/openid-configuration`,
        "api-version": "1.1",
        metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
      });
    }),
  ];
}

function openIdConfiguration({ origin, at }: Request) {
  const tenant = `${origin}/${at.tenant}`;
  return ok({
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: `${tenant}/v2.0`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${tenant}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
    tenant_region_scope: null,
    cloud_instance_name: new URL(origin).host,
    msgraph_host: new URL(origin).host,
  });
}
