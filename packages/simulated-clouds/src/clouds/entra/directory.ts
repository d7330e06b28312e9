import type { NationalCloud } from "./national-clouds";

/** What Entra has: tenants, the applications homed in one of them, and principals, which live in each tenant apart. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly cloud: NationalCloud;
}

export interface Password {
  readonly keyId: string;
  readonly displayName: string;
  readonly secretText: string;
  readonly start: number;
  readonly end: number;
  /** Entra's token service knows it only some seconds after it was added. */
  readonly usableAt: number;
}

export interface Certificate {
  readonly keyId: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly usableAt: number;
}

export interface FederatedCredential {
  readonly id: string;
  readonly name: string;
  issuer: string;
  subject: string;
  audiences: readonly string[];
  description: string;
  readonly usableAt: number;
}

export type SignInAudience =
  "AzureADMyOrg" | "AzureADMultipleOrgs" | "AzureADandPersonalMicrosoftAccount" | "PersonalMicrosoftAccount";

export interface Application {
  readonly objectId: string;
  readonly clientId: string;
  readonly homeTenantId: string;
  displayName: string;
  signInAudience: SignInAudience;
  passwords: Password[];
  certificates: Certificate[];
  federatedCredentials: FederatedCredential[];
  /** Object ids of people and principals. */
  owners: string[];
  /** Everything else a client set; Entra only keeps it. */
  properties: Readonly<Record<string, unknown>>;
}

export interface ServicePrincipal {
  readonly objectId: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly displayName: string;
  readonly applicationTenantId: string;
  readonly type: "Application" | "ManagedIdentity";
  /** ARM's copy of the directory has it from this moment on. */
  readonly replicatedAt: number;
  /** Object ids of people and principals. */
  owners: string[];
  properties: Readonly<Record<string, unknown>>;
}

export interface User {
  readonly objectId: string;
  readonly tenantId: string;
  readonly userPrincipalName: string;
}

export class Directory {
  readonly tenants: Tenant[] = [];
  readonly applications: Application[] = [];
  readonly servicePrincipals: ServicePrincipal[] = [];
  readonly users: User[] = [];
  /** The object ids of the members of groups, by the groups' own. */
  private readonly members = new Map<string, string[]>();

  tenant(id: string): Tenant | undefined {
    return this.tenants.find((tenant) => sameGuid(tenant.id, id));
  }

  application(clientId: string): Application | undefined {
    return this.applications.find((application) => sameGuid(application.clientId, clientId));
  }

  servicePrincipal(tenantId: string, clientId: string): ServicePrincipal | undefined {
    return this.servicePrincipals.find(
      (principal) => sameGuid(principal.tenantId, tenantId) && sameGuid(principal.clientId, clientId),
    );
  }

  addMember(groupId: string, objectId: string): void {
    this.members.set(groupId, [...(this.members.get(groupId) ?? []), objectId]);
  }

  /** The groups that somebody is a member of. */
  groupsOf(objectId: string): string[] {
    return [...this.members]
      .filter(([, members]) => members.some((member) => sameGuid(member, objectId)))
      .map(([groupId]) => groupId);
  }

  /** Whether the text is the principal's object id, or that of a group that has it. */
  isOrContains(id: string, principalId: string): boolean {
    return [principalId, ...this.groupsOf(principalId)].some((own) => sameGuid(own, id));
  }

  /** Whether the application may have principals in that tenant. */
  admits(application: Application, tenantId: string): boolean {
    return sameGuid(application.homeTenantId, tenantId) || application.signInAudience !== "AzureADMyOrg";
  }

  remove<T>(list: T[], item: T): void {
    const index = list.indexOf(item);
    if (index >= 0) list.splice(index, 1);
  }
}

export const sameGuid = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
