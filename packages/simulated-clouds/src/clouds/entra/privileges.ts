import { sameGuid } from "./directory";
import {
  APPLICATION_PERMISSIONS,
  DIRECTORY_ROLES,
  type ApplicationPermission,
  type DirectoryRole,
} from "./directory-roles";
import type { Token } from "./tokens";

/** An object whose owners may do more with it than others. */
export interface Owned {
  readonly owners: readonly string[];
}

export const owns = ({ principalObjectId }: Token, owned: Owned | undefined): boolean =>
  owned?.owners.some((owner) => sameGuid(owner, principalObjectId)) ?? false;

/**
 * Who may do what in a directory: by a role, by an application permission on Microsoft Graph, as the owner of something, or
 * as any user of the tenant. https://learn.microsoft.com/entra/fundamentals/users-default-permissions
 */
export class Privileges {
  private readonly roles = new Map<string, Set<DirectoryRole>>();
  private readonly permissions = new Map<string, Set<ApplicationPermission>>();
  private readonly byGroup = new Map<string, readonly DirectoryRole[]>();
  private readonly custom = new Map<string, readonly string[]>();
  private readonly guests = new Set<string>();

  /** `usersMayRegister` is the tenant's "Users can register applications". */
  constructor(readonly usersMayRegister: boolean) {}

  /** A person or a service principal, by its object id. */
  assignRole(objectId: string, role: DirectoryRole): void {
    this.roles.set(objectId, new Set([...this.rolesOf(objectId), role]));
  }

  /** A service principal, by its object id: an administrator has consented. */
  grantPermission(objectId: string, permission: ApplicationPermission): void {
    this.permissions.set(objectId, new Set([...this.permissionsOf(objectId), permission]));
  }

  /** A person or a service principal, by its object id, as the member of a group that has the roles. */
  assignThroughGroup(objectId: string, roles: readonly DirectoryRole[]): void {
    this.byGroup.set(objectId, roles);
  }

  /** A custom role of Microsoft Entra, by its actions. https://learn.microsoft.com/entra/identity/role-based-access-control/custom-create */
  assignCustomRole(objectId: string, actions: readonly string[]): void {
    this.custom.set(objectId, actions);
  }

  /** A person who belongs to another tenant. */
  invite(objectId: string): void {
    this.guests.add(objectId);
  }

  isGuest(objectId: string): boolean {
    return this.guests.has(objectId);
  }

  /** The actions of a custom role that it holds. */
  customRoleOf(objectId: string): readonly string[] {
    return this.custom.get(objectId) ?? [];
  }

  /** Those that it holds itself or as the member of a group. */
  allRolesOf(objectId: string): DirectoryRole[] {
    return [...this.rolesOf(objectId), ...(this.byGroup.get(objectId) ?? [])];
  }

  /** Those that it holds itself, as tokens name them. */
  rolesOf(objectId: string): DirectoryRole[] {
    return [...(this.roles.get(objectId) ?? [])];
  }

  permissionsOf(objectId: string): ApplicationPermission[] {
    return [...(this.permissions.get(objectId) ?? [])];
  }

  /** People read what is in their directory, unless they are guests, who are restricted; a workload needs a permission. */
  mayReadDirectory(token: Token): boolean {
    const { kind, principalObjectId } = token;
    if (kind === "user" && !this.isGuest(principalObjectId)) return true;
    // assumed: any role lets a workload or a guest read applications and principals
    return this.has(token, ...READ_APPLICATIONS) || this.allRolesOf(principalObjectId).length > 0;
  }

  mayCreateApplication(token: Token): boolean {
    return this.managesAll(token) || this.createsAsOwner(token) || this.doesByCustomRole(token, "applications/create");
  }

  /**
   * Who may create only as an owner must own the application, which another tenant's nobody here does.
   * assumed: that is enough for an application of the tenant's own that is multi-tenant; the reference asks for an
   * administrator "for multitenant apps".
   */
  mayCreatePrincipal(token: Token, application: Owned | undefined): boolean {
    if (this.managesAll(token) || this.doesByCustomRole(token, "servicePrincipals/create")) return true;
    return this.createsAsOwner(token) && owns(token, application);
  }

  mayManage(token: Token, owned: Owned | undefined): boolean {
    if (this.managesAll(token) || this.doesByCustomRole(token, "applications/allProperties/update")) return true;
    return owns(token, owned) && (token.kind === "user" || this.has(token, "Application.ReadWrite.OwnedBy"));
  }

  /** The owners of what is created: who creates it is the first, unless a right remains without that. */
  firstOwners(token: Token, named: readonly string[] = []): string[] {
    const { principalObjectId } = token;
    const others = named.filter((owner) => !sameGuid(owner, principalObjectId));
    if (!this.managesAll(token)) return [principalObjectId, ...others];
    // assumed: a workload with Application.ReadWrite.All is the owner too unless others are named
    return named.length > 0 || token.kind === "user" ? [...named] : [principalObjectId];
  }

  /**
   * What the tenant lets users do, and credentials of applications be. It needs `Policy.Read.All`, which the Azure CLI's token never carries,
   * whatever roles the person holds: https://learn.microsoft.com/graph/api/authorizationpolicy-get
   */
  mayReadPolicies(token: Token): boolean {
    return this.has(token, "Policy.Read.All");
  }

  /** Who holds which role; members see it, a workload needs a permission. */
  mayReadRoles(token: Token): boolean {
    return token.kind === "user" ? this.mayReadDirectory(token) : this.has(token, "Directory.Read.All");
  }

  private managesAll(token: Token): boolean {
    const manages = (role: DirectoryRole): boolean => DIRECTORY_ROLES[role].managesAll ?? false;
    return this.has(token, "Application.ReadWrite.All") || this.allRolesOf(token.principalObjectId).some(manages);
  }

  private doesByCustomRole({ principalObjectId }: Token, action: string): boolean {
    return this.customRoleOf(principalObjectId).includes(`microsoft.directory/${action}`);
  }

  private createsAsOwner(token: Token): boolean {
    const creates = (role: DirectoryRole): boolean => DIRECTORY_ROLES[role].createsAsOwner ?? false;
    if (this.allRolesOf(token.principalObjectId).some(creates)) return true;
    if (token.kind === "user") return this.usersMayRegister && !this.isGuest(token.principalObjectId);
    return this.has(token, "Application.ReadWrite.OwnedBy");
  }

  private has({ principalObjectId }: Token, ...wanted: ApplicationPermission[]): boolean {
    return this.permissionsOf(principalObjectId).some((permission) => wanted.includes(permission));
  }
}

const READ_APPLICATIONS = (Object.keys(APPLICATION_PERMISSIONS) as ApplicationPermission[]).filter(
  (permission) => permission !== "Policy.Read.All",
);
