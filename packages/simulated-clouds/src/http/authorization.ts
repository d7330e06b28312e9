import { ApiError } from "../clouds/api-error";
import type { RequestContext } from "../clouds/azure/arm";
import type { Token } from "../clouds/entra/tokens";
import type { AccessTokens, Api } from "./access-tokens";
import type { Request } from "./router";

const MISSING = {
  arm: ["AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing."],
  graph: ["InvalidAuthenticationToken", "Access token is empty."],
} as const;
const INVALID = {
  arm: ["InvalidAuthenticationToken", "The access token is invalid."],
  graph: ["InvalidAuthenticationToken", "Access token validation failure. Invalid audience."],
} as const;
const EXPIRED = {
  arm: ["ExpiredAuthenticationToken", "The access token has expired."],
  graph: ["InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."],
} as const;

const unauthorized = ([code, text]: readonly [string, string]): ApiError => new ApiError(401, code, text);

/** Whose token the request carries. */
export function callerOf(tokens: AccessTokens, api: Api, { headers }: Request): Token {
  return tokenIn(tokens, api, headers.authorization ?? "");
}

/** A request to ARM may carry tokens of further tenants beside its own. */
export function contextOf(tokens: AccessTokens, request: Request): RequestContext {
  const header = request.headers["x-ms-authorization-auxiliary"];
  const auxiliary = [header ?? []].flat().flatMap((value) => value.split(",").map((one) => one.trim()));
  return {
    token: callerOf(tokens, "arm", request),
    auxiliaryTokens: auxiliary.filter(Boolean).map((value) => tokenIn(tokens, "arm", value)),
  };
}

function tokenIn(tokens: AccessTokens, api: Api, header: string): Token {
  const jwt = /^Bearer (\S+)$/i.exec(header.trim())?.[1];
  if (jwt === undefined) throw unauthorized(MISSING[api]);
  const found = tokens.find(jwt, api);
  if (!found) throw unauthorized(INVALID[api]);
  if (found.expired) throw unauthorized(EXPIRED[api]);
  return found.token;
}
