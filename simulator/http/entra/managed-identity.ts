import type { World } from "../../clouds/world";
import type { AccessTokens } from "../access-tokens";
import { ok, route, type Route } from "../router";

/** The metadata service of the machine Terraform runs on, which hands out tokens of its managed identity. */
export function managedIdentityRoutes(world: World, tokens: AccessTokens): Route[] {
  return [
    route("GET", "/metadata/identity/oauth2/token", ({ query, headers }) => {
      const identity = world.deployer.managedIdentity;
      const asked = query.get("client_id");
      if (headers.metadata !== "true") return refusal("Required metadata header not specified");
      if (!identity || (asked !== null && asked !== identity.clientId)) return refusal("Identity not found");
      const resource = query.get("resource") ?? "";
      const issued = tokens.issue(world.entra.tokens.forManagedIdentity(identity), resource);
      const expires = Math.floor(Date.now() / 1000) + issued.expires_in;
      // here the numbers are words
      const times = { expires_in: String(issued.expires_in), expires_on: String(expires) };
      return ok({ ...issued, ...times, resource, client_id: identity.clientId });
    }),
  ];
}

const refusal = (description: string) => ({
  status: 400,
  body: { error: "invalid_request", error_description: description },
});
