import type { Row } from "./row";

export const RIGHTS = {
  "Aiven has not granted yet": {
    texts: ["LinkedAuthorizationFailed"],
    where: "at Azure's peering",
    cause:
      "Aiven has not granted your application `peer/action` on its network yet; or, through azapi, both sides were replaced in this apply, in which azapi keeps the token that it had",
    remedy: "apply again",
  },
  "role too young": {
    texts: [
      "AuthorizationFailed … does not have authorization to perform action 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/…'",
    ],
    where: "in the first apply",
    cause: "the application's role on the virtual network is not effective yet; Azure documents up to ten minutes",
    remedy: "apply again, with a longer `propagation.roleAssignments`",
  },
  "role removed": {
    texts: ["AuthorizationFailed … does not have authorization to perform action 'Microsoft.…/read'"],
    where: "in a plan that worked before",
    cause: "a role assignment of the application was removed",
    remedy: "`terraform apply -target=` its `azurerm_role_assignment`, wait some minutes, apply",
  },
  "principal there already": {
    texts: ['A resource with the ID "…" already exists'],
    where: "at `azuread_service_principal`",
    cause: "the tenant has Aiven's service principal from another peering",
    remedy:
      "`aivenServicePrincipal: AivenServicePrincipalSource.EXISTING`. Do not import it: destroy would then delete it, and break the other peering",
  },
  "may not create principals": {
    texts: ["Authorization_RequestDenied: Insufficient privileges to complete the operation"],
    where: "after ten minutes of `Still creating…`",
    cause: "Terraform may not register applications or create service principals, and azuread retries",
    remedy:
      "get _Application Administrator_ and apply again; or have the application and Aiven's service principal created by somebody who may, and use `ExistingPeeringApplication` with `AivenServicePrincipalSource.EXISTING`",
  },
  "may not define roles": {
    texts: [
      "AuthorizationFailed … does not have authorization to perform action 'Microsoft.Authorization/roleDefinitions/write'",
    ],
    cause: "Terraform may not define roles",
    remedy:
      "get _User Access Administrator_ in the subscription and apply again; or [give `roles`](signing-in.md#a-deployer-with-fewer-rights) that somebody has defined",
  },
  "may not assign roles": {
    texts: ["… does not have authorization to perform action 'Microsoft.Authorization/roleAssignments/write'"],
    cause: "Terraform may not assign roles, or not this one",
    remedy:
      "get _User Access Administrator_ in the subscription; or have the roles assigned by somebody who may, and give [`access: VirtualNetworkAccessSource.EXISTING`](signing-in.md#a-deployer-with-fewer-rights)",
  },
  "assigned already": {
    texts: ["RoleAssignmentExists"],
    cause: "the same principal has the same role on the same network already: Azure takes each once",
    remedy: "`access: VirtualNetworkAccessSource.EXISTING`",
  },
  "role name taken": {
    texts: ["RoleDefinitionWithSameNameExists"],
    cause: "the same stack is deployed twice to one tenant and subscription",
    remedy: "give the second construct or stack another id",
  },
  "secrets are capped": {
    texts: ["CredentialInvalidLifetimeAsPerAppPolicy"],
    cause: "the tenant caps the lifetime of secrets",
    remedy: "give `primaryEndDate`",
  },
} as const satisfies Readonly<Record<string, Row>>;
