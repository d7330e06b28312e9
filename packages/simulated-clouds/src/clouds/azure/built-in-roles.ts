import type { Permission } from "./permissions";

const permission = (actions: string[], notActions: string[] = []): Permission[] => [
  { actions, notActions, dataActions: [], notDataActions: [] },
];

/** The built-in roles this simulation knows, with Azure's own ids. */
export const BUILT_IN_ROLES: readonly {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
}[] = [
  {
    guid: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    name: "Owner",
    description: "Grants full access to manage all resources, including the ability to assign roles in Azure RBAC.",
    permissions: permission(["*"]),
  },
  {
    guid: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    name: "Contributor",
    description: "Grants full access to manage all resources, but does not allow you to assign roles in Azure RBAC.",
    permissions: permission(
      ["*"],
      [
        "Microsoft.Authorization/*/Delete",
        "Microsoft.Authorization/*/Write",
        "Microsoft.Authorization/elevateAccess/Action",
      ],
    ),
  },
  {
    guid: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    name: "Reader",
    description: "View all resources, but does not allow you to make any changes.",
    permissions: permission(["*/read"]),
  },
  {
    guid: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
    name: "User Access Administrator",
    description: "Lets you manage user access to Azure resources.",
    permissions: permission(["*/read", "Microsoft.Authorization/*", "Microsoft.Support/*"]),
  },
  {
    guid: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    name: "Role Based Access Control Administrator",
    description:
      "Manage access to Azure resources by assigning roles using Azure RBAC. This role does not allow you to manage access using other ways, such as Azure Policy.",
    permissions: permission([
      "Microsoft.Authorization/roleAssignments/write",
      "Microsoft.Authorization/roleAssignments/delete",
      "*/read",
      "Microsoft.Support/*",
    ]),
  },
  {
    guid: "4d97b98b-1d4f-4787-a291-c67834d212e7",
    name: "Network Contributor",
    description: "Lets you manage networks, but not access to them.",
    permissions: permission([
      "Microsoft.Authorization/*/read",
      "Microsoft.Network/*",
      "Microsoft.Resources/deployments/*",
      "Microsoft.Resources/subscriptions/resourceGroups/read",
    ]),
  },
];
