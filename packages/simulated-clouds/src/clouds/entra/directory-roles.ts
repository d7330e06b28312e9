/**
 * Roles of Microsoft Entra that have to do with applications, and what each may do with them.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export type DirectoryRole =
  | "Global Administrator"
  | "Application Administrator"
  | "Cloud Application Administrator"
  | "Application Developer"
  | "Global Reader";

interface Role {
  /** What a token's `wids` and a role assignment name it by. */
  readonly templateId: string;
  /** Creates, changes and deletes any application and principal, of its own tenant and of others. */
  readonly managesAll?: boolean;
  /** Creates applications, and principals of those it owns. */
  readonly createsAsOwner?: boolean;
}

export const DIRECTORY_ROLES: Readonly<Record<DirectoryRole, Role>> = {
  "Global Administrator": { templateId: "62e90394-69f5-4237-9190-012177145e10", managesAll: true },
  "Application Administrator": { templateId: "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", managesAll: true },
  "Cloud Application Administrator": { templateId: "158c047a-c907-4556-b7ef-446551a6b5f7", managesAll: true },
  "Application Developer": { templateId: "cf1c38e5-3621-4004-a7cb-879624dced7c", createsAsOwner: true },
  "Global Reader": { templateId: "f2ef992c-3afb-46b9-b7cf-a126ee74c451" },
};

/** Application permissions on Microsoft Graph, by the ids of its application roles. */
export const APPLICATION_PERMISSIONS = {
  "Application.Read.All": "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
  "Application.ReadWrite.OwnedBy": "18a4783c-866b-4cc7-a460-3d5e5662c884",
  "Application.ReadWrite.All": "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
  "Directory.Read.All": "7ab1d382-f21e-4acd-a863-ba3e13f7da61",
  "Policy.Read.All": "246dd0d5-5bd0-4def-940b-0421030a5b68",
} as const;

export type ApplicationPermission = keyof typeof APPLICATION_PERMISSIONS;
