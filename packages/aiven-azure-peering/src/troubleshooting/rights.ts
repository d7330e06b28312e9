import type { Row } from "./row";

export const RIGHTS = {
  "Aiven has not granted yet": {
    texts: ["LinkedAuthorizationFailed"],
    where: "at Azure's peering",
    cause:
      "Aiven has not granted the application `peer/action` on its network yet. Through azapi also: both sides were replaced in this apply, and azapi keeps the token that it had",
    remedy: "apply again",
  },
  "role too young": {
    texts: [
      "AuthorizationFailed … does not have authorization to perform action 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/…'",
    ],
    where: "in the first apply",
    cause: "the application's role on the virtual network is not in effect yet. Azure documents up to ten minutes",
    remedy: "apply again, with a longer `propagation.roleAssignments`",
  },
  "role removed": {
    texts: ["AuthorizationFailed … does not have authorization to perform action 'Microsoft.…/read'"],
    where: "in a plan that worked before",
    cause: "a role assignment of the application was removed",
    remedy: "`terraform apply -target=` its `azurerm_role_assignment`, wait some minutes, and apply",
    commands: ["terraform apply -target='azurerm_role_assignment.…'", "terraform apply"],
  },
  "principal there already": {
    texts: ['A resource with the ID "…" already exists'],
    where: "at `azuread_service_principal`",
    cause: "the tenant has Aiven's service principal from another peering",
    remedy:
      "give `aivenServicePrincipal: AivenServicePrincipalSource.EXISTING`. Do not import it: a destroy would delete it, and break the other peering",
  },
  "may not create principals": {
    texts: ["Authorization_RequestDenied: Insufficient privileges to complete the operation"],
    where: "after ten minutes of `Still creating…`",
    cause: "the deployer may not register applications or create service principals, and azuread retries",
    remedy:
      "get _Application Administrator_ and apply again. Or have somebody else create the application and Aiven's service principal, and use `ExistingPeeringApplication` with `AivenServicePrincipalSource.EXISTING`",
  },
  "may not define roles": {
    texts: [
      "AuthorizationFailed … does not have authorization to perform action 'Microsoft.Authorization/roleDefinitions/write'",
    ],
    cause: "the deployer may not define roles",
    remedy:
      "get _User Access Administrator_ in the subscription and apply again; or [give `access: PeeringAccess.withRoles(…)`](signing-in.md#a-deployer-with-fewer-rights) with roles that exist",
  },
  "may not assign roles": {
    texts: ["… does not have authorization to perform action 'Microsoft.Authorization/roleAssignments/write'"],
    cause: "the deployer may not assign roles, or not these",
    remedy:
      "get _User Access Administrator_ in the subscription; or have somebody else assign the roles, and give [`access: PeeringAccess.existing()`](signing-in.md#a-deployer-with-fewer-rights)",
  },
  "assigned already": {
    texts: ["RoleAssignmentExists"],
    cause: "the principal has the role on the network already, which Azure takes once",
    remedy: "give `access: PeeringAccess.existing()`",
  },
  "role name taken": {
    texts: ["RoleDefinitionWithSameNameExists"],
    cause:
      "a role of that name exists already, and a tenant has each name once. The same stack is deployed twice, or somebody has a role of the name that you have given",
    remedy:
      "give the second construct or stack another id; or give another `applicationRoleName`, `aivenRoleName` or `roleNames`. `PeeringAccess.withRoles` and `ResourceProviderAccess.withRole` use a role that exists",
  },
  "policy against the peering": {
    texts: ["RequestDisallowedByPolicy"],
    where: "at Azure's peering",
    cause: "a policy of the subscription allows peerings with approved networks only, or none",
    remedy:
      "have the id of Aiven's network approved, which the wait before Azure's peering holds as `to_network_id`, and apply again. Each Aiven VPC has another id",
    commands: ["terraform state show 'time_sleep.…service-principal-propagation…'", "terraform apply"],
  },
  "secrets are forbidden": {
    texts: ["CredentialTypeNotAllowedAsPerAppPolicy"],
    cause: "the tenant does not allow client secrets of applications",
    remedy:
      "give `credential: PeeringCredential.federated(…)`, or an `ExistingPeeringApplication` with a federated credential or certificate. See [signing in](signing-in.md)",
  },
  "secrets are capped": {
    texts: ["CredentialInvalidLifetimeAsPerAppPolicy"],
    cause: "the tenant limits the lifetime of client secrets",
    remedy: "give `primaryEndDate`",
  },
} as const satisfies Readonly<Record<string, Row>>;
