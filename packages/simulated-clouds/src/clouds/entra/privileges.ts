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

  rolesOf(objectId: string): DirectoryRole[] {
    return [...(this.roles.get(objectId) ?? [])];
  }

  permissionsOf(objectId: string): ApplicationPermission[] {
    return [...(this.permissions.get(objectId) ?? [])];
  }

  /** People read what is in their directory; a workload needs a permission. */
  mayReadDirectory(token: Token): boolean {
    if (token.kind === "user") return true;
    // assumed: any role lets a workload read applications and principals
    return this.has(token, ...READ_APPLICATIONS) || this.rolesOf(token.principalObjectId).length > 0;
  }

  mayCreateApplication(token: Token): boolean {
    return this.managesAll(token) || this.createsAsOwner(token);
  }

  /**
   * Who may create only as an owner must own the application, which another tenant's nobody here does.
   * assumed: that is enough for an application of the tenant's own that is multi-tenant; the reference asks for an
   * administrator "for multitenant apps".
   */
  mayCreatePrincipal(token: Token, application: Owned | undefined): boolean {
    return this.managesAll(token) || (this.createsAsOwner(token) && owns(token, application));
  }

  mayManage(token: Token, owned: Owned | undefined): boolean {
    if (this.managesAll(token)) return true;
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

  /** Any user of the tenant may, says the reference's source. assumed: with the Azure CLI's token too. */
  mayReadAuthorizationPolicy(token: Token): boolean {
    return token.kind === "user" || this.has(token, "Policy.Read.All");
  }

  mayReadAppManagementPolicy(token: Token): boolean {
    const reads = (role: DirectoryRole): boolean => DIRECTORY_ROLES[role].readsAppManagementPolicy ?? false;
    return this.has(token, "Policy.Read.All") || this.rolesOf(token.principalObjectId).some(reads);
  }

  /** Who holds which role; people see it, a workload needs a permission. */
  mayReadRoles(token: Token): boolean {
    return token.kind === "user" || this.has(token, "Directory.Read.All");
  }

  private managesAll(token: Token): boolean {
    const manages = (role: DirectoryRole): boolean => DIRECTORY_ROLES[role].managesAll ?? false;
    return this.has(token, "Application.ReadWrite.All") || this.rolesOf(token.principalObjectId).some(manages);
  }

  private createsAsOwner(token: Token): boolean {
    const creates = (role: DirectoryRole): boolean => DIRECTORY_ROLES[role].createsAsOwner ?? false;
    if (this.rolesOf(token.principalObjectId).some(creates)) return true;
    return token.kind === "user" ? this.usersMayRegister : this.has(token, "Application.ReadWrite.OwnedBy");
  }

  private has({ principalObjectId }: Token, ...wanted: ApplicationPermission[]): boolean {
    return this.permissionsOf(principalObjectId).some((permission) => wanted.includes(permission));
  }
}

const READ_APPLICATIONS = (Object.keys(APPLICATION_PERMISSIONS) as ApplicationPermission[]).filter(
  (permission) => permission !== "Policy.Read.All",
);
