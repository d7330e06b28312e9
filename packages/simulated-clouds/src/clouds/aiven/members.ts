/** A project's roles, by the names that Aiven's API has for them. https://aiven.io/docs/platform/concepts/permissions */
export type MemberType = "admin" | "operator" | "developer" | "read_only";

/** Permissions that are granted beside a role; others decide about nothing here. */
export type MemberPermission = "project:networking:write" | "project:services:write";

/** What somebody is in a project. */
export interface Membership {
  readonly memberType: MemberType;
  readonly permissions: readonly MemberPermission[];
}

/**
 * What a request that changes something needs, besides a role that has it all: which permission is enough, and for which roles
 * it is part of the role. The permissions are those that Aiven's API documents for each operation.
 * assumed: every role may read all that is simulated, and "full access to all services" is none to networks.
 */
const NEEDS: readonly { path: RegExp; permission?: MemberPermission; roles: readonly MemberType[] }[] = [
  { path: /^\/v1\/project\/[^/]+\/vpcs/, permission: "project:networking:write", roles: [] },
  { path: /^\/v1\/project\/[^/]+\/service\/[^/]+\/(topic|user|acl)/, roles: ["operator", "developer"] },
  { path: /^\/v1\/project\/[^/]+\/service/, permission: "project:services:write", roles: ["operator"] },
];

/** Whether the token's owner may. */
export function mayCall({ memberType, permissions }: Membership, method: string, path: string): boolean {
  if (method === "GET" || memberType === "admin") return true;
  const need = NEEDS.find((candidate) => candidate.path.test(path));
  if (!need) return false;
  return need.roles.includes(memberType) || permissions.some((permission) => permission === need.permission);
}
