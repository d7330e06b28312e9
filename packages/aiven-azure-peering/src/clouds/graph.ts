import type { Http } from "./http";
import type { Tokens } from "./tokens";

/** What is read of Microsoft Graph. https://learn.microsoft.com/graph/api/resources/application */
export interface Application {
  /** The object id. */
  readonly id: string;
  /** The client id. */
  readonly appId: string;
  readonly displayName: string;
  readonly signInAudience?: string;
  readonly passwordCredentials?: readonly Credential[];
  readonly keyCredentials?: readonly Credential[];
}

/** A client secret or a certificate, without its value. */
export interface Credential {
  readonly keyId: string;
  readonly displayName?: string | null;
  readonly startDateTime?: string | null;
  readonly endDateTime?: string | null;
}

export interface FederatedCredential {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
}

export interface ServicePrincipal {
  /** The object id. */
  readonly id: string;
  /** The client id. */
  readonly appId: string;
  readonly displayName: string;
  readonly accountEnabled?: boolean;
  readonly appOwnerOrganizationId?: string;
  readonly signInAudience?: string;
  readonly servicePrincipalType?: string;
}

/** A role of Microsoft Entra, as somebody holds it. https://learn.microsoft.com/graph/api/resources/unifiedroleassignment */
export interface DirectoryRoleAssignment {
  readonly roleDefinition?: { readonly displayName?: string; readonly isBuiltIn?: boolean };
}

interface DirectoryObject {
  readonly roleTemplateId?: string;
}

interface AuthorizationPolicy {
  readonly defaultUserRolePermissions?: { readonly allowedToCreateApps?: boolean };
}

/** https://learn.microsoft.com/graph/api/resources/tenantappmanagementpolicy */
export interface AppManagementPolicy {
  readonly isEnabled?: boolean;
  readonly applicationRestrictions?: { readonly passwordCredentials?: readonly PasswordRestriction[] };
}

export interface PasswordRestriction {
  /** `passwordAddition`, `passwordLifetime`, or about other credentials. */
  readonly restrictionType: string;
  /** `enabled` or `disabled`. */
  readonly state?: string;
  /** A duration of ISO 8601, such as `P90D`. */
  readonly maxLifetime?: string | null;
  /** It restricts applications that were created after this. */
  readonly restrictForAppsCreatedAfterDateTime?: string | null;
}

/** Microsoft Graph, read only. */
export class Graph {
  constructor(
    private readonly http: Http,
    private readonly tokens: Tokens,
    private readonly endpoint: { readonly graph: string; readonly graphScope: string },
  ) {}

  /** The token with which it asks; its claims say what its holder may do in the directory. */
  token(): Promise<string> {
    return this.tokens.get(this.endpoint.graphScope);
  }

  /** An application of the tenant, by its client id. */
  async application(clientId: string): Promise<Application | undefined> {
    const [found] = await this.list<Application>("applications", { $filter: `appId eq '${clientId}'` });
    return found;
  }

  /** Applications of one name; names need not be unique. */
  applicationsNamed(displayName: string): Promise<Application[]> {
    const name = displayName.replaceAll("'", "''");
    return this.list<Application>("applications", { $filter: `displayName eq '${name}'` });
  }

  /** The principal that an application has in the tenant, by its client id. */
  async servicePrincipal(clientId: string): Promise<ServicePrincipal | undefined> {
    const [found] = await this.list<ServicePrincipal>("servicePrincipals", { $filter: `appId eq '${clientId}'` });
    return found;
  }

  federatedCredentials(application: Application): Promise<FederatedCredential[]> {
    return this.list<FederatedCredential>(`applications/${application.id}/federatedIdentityCredentials`);
  }

  /** The templates of the roles that a person or a service principal holds, also as the member of a group, which no token names. */
  async directoryRoles(objectId: string, kind: "users" | "servicePrincipals"): Promise<string[]> {
    const all = await this.list<DirectoryObject>(`${kind}/${objectId}/transitiveMemberOf`);
    return all.flatMap(({ roleTemplateId = [] }) => roleTemplateId);
  }

  /** The roles that somebody is assigned himself, custom ones included, which no token names either. */
  directoryRoleAssignments(objectId: string): Promise<DirectoryRoleAssignment[]> {
    const query = { $filter: `principalId eq '${objectId}'`, $expand: "roleDefinition" };
    return this.list<DirectoryRoleAssignment>("roleManagement/directory/roleAssignments", query);
  }

  /** Whether users who are no administrators may register applications. https://learn.microsoft.com/graph/api/authorizationpolicy-get */
  async usersMayCreateApplications(): Promise<boolean | undefined> {
    const { defaultUserRolePermissions } = await this.get<AuthorizationPolicy>("policies/authorizationPolicy");
    return defaultUserRolePermissions?.allowedToCreateApps;
  }

  /** What the tenant lets credentials of applications be. */
  appManagementPolicy(): Promise<AppManagementPolicy> {
    return this.get<AppManagementPolicy>("policies/defaultAppManagementPolicy");
  }

  protected async get<T>(path: string): Promise<T> {
    const headers = { authorization: `Bearer ${await this.token()}` };
    return this.http.get<T>({ cloud: "Microsoft Graph", url: `${this.endpoint.graph}/v1.0/${path}`, headers });
  }

  protected async list<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T[]> {
    const url = new URL(`${this.endpoint.graph}/v1.0/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const headers = { authorization: `Bearer ${await this.token()}` };
    return this.http.list<T>({ cloud: "Microsoft Graph", url: url.href, headers });
  }
}
