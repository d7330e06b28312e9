import { randomUUID } from "node:crypto";
import { DIRECTORY_ROLES } from "../clouds/entra/directory-roles";
import type { Token } from "../clouds/entra/tokens";
import type { User } from "../clouds/entra/directory";
import type { World } from "../clouds/world";

/** What a token is for: Azure Resource Manager or Microsoft Graph. */
export type Api = "arm" | "graph";

interface Issued {
  readonly token: Token;
  readonly api: Api;
  readonly expires: number;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/**
 * The tokens that were handed out. Clients read them as JWTs and check no signature; the clouds accept only those they
 * issued, so none needs one. They expire in real time, which is the time of who holds them.
 */
export class AccessTokens {
  private readonly issued = new Map<string, Issued>();
  private readonly refreshTokens = new Map<string, User>();

  constructor(
    private readonly world: World,
    /** In seconds. */
    private readonly lifetime: number,
  ) {}

  issue(token: Token, audience: string) {
    const api: Api = isGraph(audience) ? "graph" : "arm";
    const now = Math.floor(Date.now() / 1000);
    const expires = now + this.lifetime;
    const claims = { ...this.claims(token, api), aud: audience, iat: now, nbf: now, exp: expires };
    const jwt = `${encoded({ alg: "none", typ: "JWT" })}.${encoded(claims)}.${encoded({ simulated: true })}`;
    this.issued.set(jwt, { token, api, expires: expires * 1000 });
    return { token_type: "Bearer", expires_in: this.lifetime, ext_expires_in: this.lifetime, access_token: jwt };
  }

  /** Undefined for what was never issued, or for another API. */
  find(jwt: string, api: Api): { readonly token: Token; readonly expired: boolean } | undefined {
    const found = this.issued.get(jwt);
    return found?.api === api ? { token: found.token, expired: found.expires <= Date.now() } : undefined;
  }

  refreshTokenOf(user: User): string {
    const refreshToken = `simulated-${randomUUID()}`;
    this.refreshTokens.set(refreshToken, user);
    return refreshToken;
  }

  userOf(refreshToken: string): User | undefined {
    return this.refreshTokens.get(refreshToken);
  }

  private claims({ tenantId, clientId, principalObjectId, client, kind }: Token, api: Api): object {
    const common = { iss: `https://sts.windows.net/${tenantId}/`, tid: tenantId, oid: principalObjectId, ver: "1.0" };
    const { privileges } = this.world.entra;
    const wids = privileges.rolesOf(principalObjectId).map((role) => DIRECTORY_ROLES[role].templateId);
    const own = { ...common, sub: principalObjectId, appid: clientId, jti: randomUUID() };
    if (kind === "user") {
      return { ...own, idtyp: "user", upn: client, unique_name: client, name: client, scp: "user_impersonation", wids };
    }
    const roles = api === "graph" ? privileges.permissionsOf(principalObjectId) : [];
    // assumed: the roles of a workload are named as a person's are
    return { ...own, idtyp: "app", roles, wids };
  }
}

function isGraph(audience: string): boolean {
  return /\/graph\/?$/i.test(audience) || /^https:\/\/graph\.microsoft\.com\/?$/i.test(audience);
}
