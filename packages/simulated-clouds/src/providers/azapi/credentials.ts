import { readFileSync } from "node:fs";
import { ApiError, TokenError } from "../../clouds/api-error";
import type { Credential, Token } from "../../clouds/entra/tokens";
import type { World } from "../../clouds/world";
import { certificateOf } from "./certificate";
import { AuthenticationFailed, CredentialUnavailable, tokenRefused } from "./errors";
import type { Settings } from "./settings";

/** One way to sign in, built but not used yet. */
export interface Source {
  readonly name: string;
  /** A token of that tenant; "" stands for the credential's own. */
  readonly token: (tenantId: string) => Token;
}

const SERVICE_CONNECTION = "AzurePipelinesCredential";

/**
 * The ways in azapi's order. One that cannot be built is left out without a word, and nothing is sent: only a secret, a
 * certificate and an assertion need a tenant, and none of them needs a client id.
 */
export function sourcesOf(world: World, settings: Settings): Source[] {
  const { tenantId } = settings;
  const clientId = valueOrFile(settings.clientId, settings.clientIdFile);
  const secret = valueOrFile(settings.clientSecret, settings.clientSecretFile);
  const environment = world.deployer.environment;
  const application = (name: string, id: string | undefined, tenant: string, credential: () => Credential): Source[] =>
    id !== undefined && /^[0-9A-Za-z.-]+$/.test(tenant)
      ? [{ name, token: asApplication(world, settings, { name, clientId: id, tenantId: tenant }, credential) }]
      : [];

  const sources: Source[] = [];
  const assertion = (value: string) => (): Credential => ({ assertion: value });
  if (settings.useOidc && settings.oidcToken !== "") {
    sources.push(...application("ClientAssertionCredential", clientId, tenantId, assertion(settings.oidcToken)));
  }
  if (settings.useOidc || settings.useAksWorkloadIdentity) {
    const file = settings.oidcTokenFile || environment.AZURE_FEDERATED_TOKEN_FILE;
    const id = clientId === undefined ? undefined : clientId || environment.AZURE_CLIENT_ID;
    const tenant = tenantId || (environment.AZURE_TENANT_ID ?? "");
    if (file !== undefined && file !== "") {
      sources.push(
        ...application("WorkloadIdentityCredential", id, tenant, () => ({ assertion: tokenIn(world, file) })),
      );
    }
  }
  if (settings.useOidc && clientId !== undefined && clientId !== "" && settings.oidcRequestToken !== "") {
    const named = settings.oidcServiceConnectionId !== "" && (environment.SYSTEM_OIDCREQUESTURI ?? "") !== "";
    const name = settings.oidcServiceConnectionId === "" ? "ClientAssertionCredential" : SERVICE_CONNECTION;
    if (name === SERVICE_CONNECTION ? named : settings.oidcRequestUrl !== "") {
      sources.push(...application(name, clientId, tenantId, () => requested(world, settings)));
    }
  }
  if (secret !== undefined && secret !== "") {
    sources.push(...application("ClientSecretCredential", clientId, tenantId, () => ({ secret })));
  }
  const certificate = certificateOf(world, settings);
  if (certificate !== undefined) {
    sources.push(...application("ClientCertificateCredential", clientId, tenantId, () => ({ certificate })));
  }
  if (settings.useMsi && clientId !== undefined) sources.push(managedIdentity(world, clientId));
  if (settings.useCli) sources.push(azureCli(world, settings));
  return sources;
}

/** undefined where a file is named that is not there, or that says something else. */
function valueOrFile(value: string, path: string): string | undefined {
  if (path === "") return value;
  try {
    const content = readFileSync(path, "utf8").trim();
    return value === "" || value === content ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Read whenever a token is wanted, so one that is kept fresh is. */
function tokenIn(world: World, path: string): string {
  const { pipeline } = world.deployer;
  if (path === pipeline?.tokenFile) return pipeline.issue();
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new AuthenticationFailed("WorkloadIdentityCredential", `open ${path}: no such file or directory`);
  }
}

/** A fresh token from the pipeline's own endpoint. assumed: the texts. */
function requested(world: World, { oidcRequestUrl: url, oidcRequestToken: token }: Settings): Credential {
  const { pipeline } = world.deployer;
  if (url !== pipeline?.requestUrl) {
    throw new AuthenticationFailed("ClientAssertionCredential", `getAssertion: cannot request token: Get "${url}"`);
  }
  try {
    return { assertion: pipeline.request(token) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new AuthenticationFailed("ClientAssertionCredential", `getAssertion: ${error.message}`);
  }
}

function asApplication(
  world: World,
  { auxiliaryTenantIds, environment }: Settings,
  { name, clientId, tenantId }: { name: string; clientId: string; tenantId: string },
  credential: () => Credential,
) {
  return (wanted: string): Token => {
    const tenant = allowedTenant(name, tenantId, wanted, auxiliaryTenantIds);
    const proof = credential();
    try {
      return world.entra.token({ tenantId: tenant, clientId, credential: proof });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw tokenRefused(name, `${environment.login}/${tenant}/oauth2/v2.0/token`, error);
    }
  };
}

function managedIdentity(world: World, clientId: string): Source {
  const name = "ManagedIdentityCredential";
  const token = (): Token => {
    const identity = world.deployer.managedIdentity;
    // assumed: both texts after the name
    if (!identity) throw new AuthenticationFailed(name, "dial tcp 169.254.169.254:80: connect: no route to host");
    if (clientId !== "" && clientId !== identity.clientId) {
      throw new AuthenticationFailed(name, "the requested identity isn't assigned to this resource");
    }
    return world.entra.tokens.forManagedIdentity(identity);
  };
  return { name, token };
}

function azureCli(world: World, { tenantId, auxiliaryTenantIds }: Settings): Source {
  const name = "AzureCLICredential";
  const token = (wanted: string): Token => {
    const tenant = allowedTenant(name, tenantId, wanted, auxiliaryTenantIds);
    const { user } = world.deployer;
    if (!user) throw new CredentialUnavailable(`${name}: executable not found on path`);
    try {
      return world.entra.tokens.forUser(user, tenant || user.tenantId);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      throw new AuthenticationFailed(name, `ERROR: ${error.message}`);
    }
  };
  return { name, token };
}

/** A credential asks only its own tenant and the auxiliary ones. */
function allowedTenant(name: string, own: string, wanted: string, others: readonly string[]): string {
  if (wanted === "" || wanted === own) return own;
  if (others.includes(wanted) || own === "") return wanted;
  throw new AuthenticationFailed(name, `${name} isn't configured to acquire tokens for tenant "${wanted}"`);
}
