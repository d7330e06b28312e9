/** A project's roles, by the names that Aiven's API has for them. https://aiven.io/docs/platform/concepts/permissions */
export type MemberType =
  | "admin"
  | "operator"
  | "developer"
  | "read_only"
  | "role:organization:admin"
  | "role:project:admin"
  | "role:project:read"
  | "role:services:maintenance"
  | "role:services:recover";

/** Permissions that are granted beside a role; others decide about nothing here. */
export type MemberPermission =
  "project:networking:write" | "project:networking:read" | "organization:networking:write" | "project:services:write";

/** What somebody is in a project. */
export interface Membership {
  readonly memberType: MemberType;
  readonly permissions: readonly MemberPermission[];
}

/** What a request that changes something needs, beside a role that has it all. */
interface Need {
  readonly path: RegExp;
  readonly permissions: readonly MemberPermission[];
  readonly roles: readonly MemberType[];
}

/** assumed: an administrator of the organization or by the newer name is one of the project in all that is simulated. */
const ADMINISTRATORS: readonly MemberType[] = ["admin", "role:organization:admin", "role:project:admin"];

/**
 * Which permission is enough, and for which roles it is part of the role, as Aiven's API documents it for each operation.
 * assumed: every role may read all that is simulated.
 */
const NEEDS: readonly Need[] = [
  {
    path: /^\/v1\/project\/[^/]+\/vpcs/,
    permissions: ["project:networking:write", "organization:networking:write"],
    roles: ["operator"],
  },
  {
    path: /^\/v1\/project\/[^/]+\/service\/[^/]+\/(topic|user|acl)/,
    permissions: [],
    roles: ["operator", "developer"],
  },
  { path: /^\/v1\/project\/[^/]+\/service/, permissions: ["project:services:write"], roles: ["operator"] },
];

/** Whether the token's owner may. */
export function mayCall({ memberType, permissions }: Membership, method: string, path: string): boolean {
  if (method === "GET" || ADMINISTRATORS.includes(memberType)) return true;
  const need = NEEDS.find((candidate) => candidate.path.test(path));
  if (!need) return false;
  return need.roles.includes(memberType) || permissions.some((permission) => need.permissions.includes(permission));
}
