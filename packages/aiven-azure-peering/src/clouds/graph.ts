import type { Http, Question } from "./http";
import { boolean, list, object, optional, text, type Reader } from "./shape";
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

/** What may be null. */
const orEmpty: Reader<string> = (value, at) => optional(text)(value, at) ?? "";

const CREDENTIAL = object<Credential>({
  keyId: text,
  displayName: optional(text),
  startDateTime: optional(text),
  endDateTime: optional(text),
});

const APPLICATION = object<Application>({
  id: text,
  appId: text,
  displayName: orEmpty,
  signInAudience: optional(text),
  passwordCredentials: optional(list(CREDENTIAL)),
  keyCredentials: optional(list(CREDENTIAL)),
});

const FEDERATED_CREDENTIAL = object<FederatedCredential>({
  id: text,
  name: text,
  issuer: text,
  // one that trusts by an expression has none
  subject: orEmpty,
  audiences: list(text),
});

const SERVICE_PRINCIPAL = object<ServicePrincipal>({
  id: text,
  appId: text,
  displayName: orEmpty,
  accountEnabled: optional(boolean),
  appOwnerOrganizationId: optional(text),
  signInAudience: optional(text),
  servicePrincipalType: optional(text),
});

const DIRECTORY_OBJECT = object<DirectoryObject>({ roleTemplateId: optional(text) });

const DIRECTORY_ROLE_ASSIGNMENT = object<DirectoryRoleAssignment>({
  roleDefinition: optional(
    object<NonNullable<DirectoryRoleAssignment["roleDefinition"]>>({
      displayName: optional(text),
      isBuiltIn: optional(boolean),
    }),
  ),
});

const AUTHORIZATION_POLICY = object<AuthorizationPolicy>({
  defaultUserRolePermissions: optional(
    object<NonNullable<AuthorizationPolicy["defaultUserRolePermissions"]>>({ allowedToCreateApps: optional(boolean) }),
  ),
});

const APP_MANAGEMENT_POLICY = object<AppManagementPolicy>({
  isEnabled: optional(boolean),
  applicationRestrictions: optional(
    object<NonNullable<AppManagementPolicy["applicationRestrictions"]>>({
      passwordCredentials: optional(
        list(
          object<PasswordRestriction>({
            restrictionType: text,
            state: optional(text),
            maxLifetime: optional(text),
            restrictForAppsCreatedAfterDateTime: optional(text),
          }),
        ),
      ),
    }),
  ),
});

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
    const [found] = await this.list("applications", APPLICATION, { $filter: `appId eq '${quoted(clientId)}'` });
    return found;
  }

  /** Applications of one name; names need not be unique. */
  applicationsNamed(displayName: string): Promise<readonly Application[]> {
    return this.list("applications", APPLICATION, { $filter: `displayName eq '${quoted(displayName)}'` });
  }

  /** The principal that an application has in the tenant, by its client id. */
  async servicePrincipal(clientId: string): Promise<ServicePrincipal | undefined> {
    const $filter = `appId eq '${quoted(clientId)}'`;
    const [found] = await this.list("servicePrincipals", SERVICE_PRINCIPAL, { $filter });
    return found;
  }

  federatedCredentials({ id }: Application): Promise<readonly FederatedCredential[]> {
    return this.list(`applications/${encodeURIComponent(id)}/federatedIdentityCredentials`, FEDERATED_CREDENTIAL);
  }

  /** The templates of the roles that a person or a service principal holds, also as the member of a group, which no token names. */
  async directoryRoles(objectId: string, kind: "users" | "servicePrincipals"): Promise<string[]> {
    const all = await this.list(`${kind}/${encodeURIComponent(objectId)}/transitiveMemberOf`, DIRECTORY_OBJECT);
    return all.flatMap(({ roleTemplateId = [] }) => roleTemplateId);
  }

  /** The roles that somebody is assigned himself, custom ones included, which no token names either. */
  directoryRoleAssignments(objectId: string): Promise<readonly DirectoryRoleAssignment[]> {
    const query = { $filter: `principalId eq '${quoted(objectId)}'`, $expand: "roleDefinition" };
    return this.list("roleManagement/directory/roleAssignments", DIRECTORY_ROLE_ASSIGNMENT, query);
  }

  /** Whether users who are no administrators may register applications. https://learn.microsoft.com/graph/api/authorizationpolicy-get */
  async usersMayCreateApplications(): Promise<boolean | undefined> {
    const { defaultUserRolePermissions } = await this.get("policies/authorizationPolicy", AUTHORIZATION_POLICY);
    return defaultUserRolePermissions?.allowedToCreateApps;
  }

  /** What the tenant lets credentials of applications be. */
  appManagementPolicy(): Promise<AppManagementPolicy> {
    return this.get("policies/defaultAppManagementPolicy", APP_MANAGEMENT_POLICY);
  }

  protected async get<T>(path: string, read: Reader<T>): Promise<T> {
    return this.http.get(await this.question(path), read);
  }

  protected async list<T>(path: string, read: Reader<T>, query: Question["query"] = {}): Promise<readonly T[]> {
    return this.http.list(await this.question(path, query), read);
  }

  private async question(path: string, query: Question["query"] = {}): Promise<Question> {
    const headers = { authorization: `Bearer ${await this.token()}` };
    return { cloud: "Microsoft Graph", endpoint: this.endpoint.graph, path: `/v1.0/${path}`, query, headers };
  }
}

/** In a text of a filter. https://learn.microsoft.com/graph/filter-query-parameter */
const quoted = (text: string): string => text.replaceAll("'", "''");
