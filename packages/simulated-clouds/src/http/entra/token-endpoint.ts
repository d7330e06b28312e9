import { randomUUID } from "node:crypto";
import { TokenError } from "../../clouds/api-error";
import type { Credential, Token } from "../../clouds/entra/tokens";
import type { World } from "../../clouds/world";
import type { AccessTokens } from "../access-tokens";
import { ok, route, type Response, type Request, type Route } from "../router";
import { certificateOf } from "./client-assertion";

/** Entra's token endpoint, in its present form and in the older one that names a resource instead of a scope. */
export function tokenRoutes(world: World, tokens: AccessTokens): Route[] {
  const issue = (request: Request): Response => {
    try {
      return ok(grant(world, tokens, request));
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      return refusal(error, world.clock.timestamp());
    }
  };
  return ["/:tenant/oauth2/v2.0/token", "/:tenant/oauth2/token"].map((path) => route("POST", path, issue));
}

function grant(world: World, tokens: AccessTokens, { form, at }: Request): object {
  const { tenant } = at;
  const audience = audienceOf(form);
  switch (form.get("grant_type")) {
    case "client_credentials":
      return tokens.issue(clientCredentials(world, tenant, form), audience);
    case "refresh_token": {
      const refreshToken = required(form, "refresh_token");
      const user = tokens.userOf(refreshToken);
      if (!user) throw new TokenError(400, "invalid_grant", "AADSTS9002313", "Invalid request. Request is malformed.");
      const issued = tokens.issue(world.entra.tokens.forUser(user, tenant), audience);
      return { ...issued, refresh_token: refreshToken, scope: `${audience}/user_impersonation` };
    }
    default: {
      const given = required(form, "grant_type");
      const text = `The app requested an unsupported grant type '${given}'.`;
      throw new TokenError(400, "unsupported_grant_type", "AADSTS70003", text);
    }
  }
}

function clientCredentials(world: World, tenantId: string, form: URLSearchParams): Token {
  const clientId = required(form, "client_id");
  return world.entra.token({ tenantId, clientId, credential: credentialOf(world, clientId, form) });
}

/** An assertion that names a certificate is signed by the application itself, any other comes from a federated issuer. */
function credentialOf(world: World, clientId: string, form: URLSearchParams): Credential {
  const [secret, assertion] = [form.get("client_secret"), form.get("client_assertion")];
  if (secret) return { secret };
  if (!assertion) {
    const text = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
    throw new TokenError(401, "invalid_client", "AADSTS7000216", text);
  }
  const known = world.entra.directory.application(clientId)?.certificates.map(({ value }) => value) ?? [];
  const certificate = certificateOf(assertion, known);
  return certificate === undefined ? { assertion } : { certificate };
}

/** `https://management.azure.com//.default` asks for a token for `https://management.azure.com/`. */
function audienceOf(form: URLSearchParams): string {
  const [first = ""] = (form.get("scope") ?? "").split(" ").filter((scope) => scope.includes("/"));
  return form.get("resource") ?? first.replace(/\/(\.default|user_impersonation)$/, "");
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value) return value;
  const text = `The request body must contain the following parameter: '${name}'.`;
  throw new TokenError(400, "invalid_request", "AADSTS900144", text);
}

function refusal(error: TokenError, timestamp: string): Response {
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const description = `${error.message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`;
  const codes = {
    error_codes: [Number(error.aadsts.replace("AADSTS", ""))],
    trace_id: trace,
    correlation_id: correlation,
  };
  return { status: error.status, body: { error: error.error, error_description: description, timestamp, ...codes } };
}
