import { readFileSync } from "node:fs";
import { ApiError, TokenError } from "../../clouds/api-error";
import { minutes } from "../../clouds/clock";
import type { Credential, Token } from "../../clouds/entra/tokens";
import type { World } from "../../clouds/world";
import type { Credentials } from "./credentials";
import { clientCredentialsErrorOf, RequestError, SignInError } from "./errors";

/** Where a provider's tokens come from, for one API. */
export interface Authorizer {
  token(): Token;
  /** One token for each auxiliary tenant. */
  auxiliaryTokens(): Token[];
}

/**
 * The first way that has all it needs: client certificate, client secret, OIDC, managed identity, Azure CLI. What is
 * empty, be it unknown at plan, is not had; so the later ways are where a plan with unknown credentials ends up.
 */
export function newAuthorizer(world: World, credentials: Credentials): Authorizer {
  const { tenantId, clientId, clientSecret, certificate, certificatePath, oidcToken } = credentials;
  const named = tenantId !== "" && clientId !== "";
  const asApplication = (credential: Credential | (() => Credential)) =>
    cached(world, applicationAuthorizer(world, credentials, credential));
  if (named && (certificate !== "" || certificatePath !== "")) {
    return asApplication({ certificate: certificateOf(world, certificate, certificatePath) });
  }
  if (named && clientSecret !== "") return asApplication({ secret: clientSecret });
  if (credentials.useOidc && named && oidcToken !== "") return asApplication({ assertion: oidcToken });
  const { oidcRequestUrl, oidcRequestToken } = credentials;
  if (credentials.useOidc && named && oidcRequestUrl !== "" && oidcRequestToken !== "") {
    return asApplication(() => ({ assertion: requestedAssertion(world, oidcRequestUrl, oidcRequestToken) }));
  }
  if (credentials.useMsi) return cached(world, managedIdentityAuthorizer(world, credentials));
  if (credentials.useCli) return cached(world, azureCliAuthorizer(world, credentials));
  throw new SignInError("no Authorizer could be configured, please check your configuration");
}

/** A credential that is a function is asked for each time tokens are fetched. */
function applicationAuthorizer(
  world: World,
  { tenantId, clientId, auxiliaryTenantIds, cloud }: Credentials,
  source: Credential | (() => Credential),
): Authorizer {
  const ask = (tenants: readonly string[]): Token[] => {
    if (tenants.length === 0) return [];
    const credential = typeof source === "function" ? source() : source;
    try {
      return tenants.map((tenant) => world.entra.token({ tenantId: tenant, clientId, credential, cloud }));
    } catch (error) {
      throw error instanceof TokenError ? clientCredentialsErrorOf(error) : error;
    }
  };
  return { token: () => ask([tenantId])[0], auxiliaryTokens: () => ask(auxiliaryTenantIds) };
}

/** A fresh token from the pipeline's own endpoint. */
function requestedAssertion(world: World, url: string, token: string): string {
  const { pipeline } = world.deployer;
  if (url !== pipeline?.requestUrl) {
    // assumed: the text after the second colon
    throw new RequestError(`githubAssertion: cannot request token: Get "${url}": dial tcp: no such host`);
  }
  try {
    return pipeline.request(token);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const text = `githubAssertion: received HTTP status ${error.status} with response: ${error.message}`;
    throw new RequestError(text, error.status);
  }
}

/** Auxiliary tokens do not exist for managed identities: none are sent. */
function managedIdentityAuthorizer(world: World, { clientId, cloud }: Credentials): Authorizer {
  const token = (): Token => {
    const identity = world.deployer.managedIdentity;
    const failed = "ManagedIdentityAuthorizer: failed to request token from metadata endpoint:";
    // assumed: both texts after the colon
    if (!identity) throw new RequestError(`${failed} dial tcp 169.254.169.254:80: connect: no route to host`);
    if (clientId !== "" && clientId !== identity.clientId) {
      const body = '{"error":"invalid_request","error_description":"Identity not found"}';
      throw new RequestError(`${failed} received HTTP status 400 with body: ${body}`, 400);
    }
    try {
      return world.entra.tokens.forManagedIdentity(identity, cloud);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      throw new RequestError(`${failed} received HTTP status ${error.status} with body: ${error.body}`, error.status);
    }
  };
  return { token, auxiliaryTokens: () => [] };
}

function azureCliAuthorizer(world: World, { tenantId, auxiliaryTenantIds, cloud }: Credentials): Authorizer {
  const { user } = world.deployer;
  if (!user) {
    throw new SignInError(
      'could not configure AzureCli Authorizer: could not parse Azure CLI version: launching Azure CLI: exec: "az": executable file not found in $PATH',
    );
  }
  const ask = (tenant: string): Token => {
    try {
      return world.entra.tokens.forUser(user, tenant, cloud);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      throw new RequestError(`running Azure CLI: exit status 1: ERROR: ${error.message}`, error.status);
    }
  };
  return { token: () => ask(tenantId || user.tenantId), auxiliaryTokens: () => auxiliaryTenantIds.map(ask) };
}

/** Tokens are kept as long as they are valid, so Entra is asked once per API and hour. */
function cached(world: World, source: Authorizer): Authorizer {
  const keep = <T>(fetch: () => T): (() => T) => {
    let kept: { readonly value: T; readonly until: number } | undefined;
    return () => {
      if (!kept || kept.until <= world.clock.now()) kept = { value: fetch(), until: world.clock.now() + minutes(60) };
      return kept.value;
    };
  };
  return { token: keep(() => source.token()), auxiliaryTokens: keep(() => source.auxiliaryTokens()) };
}

/** A certificate is what stands in the block, else what the file holds. */
function certificateOf(world: World, certificate: string, path: string): string {
  if (certificate !== "") return certificate;
  const known = world.certificates.get(path);
  if (known !== undefined) return known;
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new SignInError(
      `could not configure ClientCertificate Authorizer: could not read PKCS#12 archive at "${path}": open ${path}: no such file or directory`,
    );
  }
}
