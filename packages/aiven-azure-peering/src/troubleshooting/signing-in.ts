import type { Row } from "./row";

export const SIGNING_IN = {
  "no authorizer": {
    texts: ["unable to build authorizer for Resource Manager API: could not configure AzureCli Authorizer: …"],
    where: "from `azurerm.…peering-provider…`",
    cause:
      "the application is created in the same stack, so its credentials are unknown in the first plan. Only the Azure CLI or a managed identity can stand in",
    remedy:
      "give `azurePeeringProvider: AzurePeeringProvider.AZAPI`, sign in with `az login`, or create the `PeeringApplication` in an earlier stack",
    through: "azurerm",
    commands: ["az login", "terraform apply"],
  },
  "may not list resource providers": {
    texts: [
      "populating Resource Provider cache: listing Resource Providers: … AuthorizationFailed … does not have authorization to perform action 'Microsoft.Resources/subscriptions/providers/read'",
    ],
    where: "with an existing application",
    cause: "azurerm lists the subscription's resource providers whenever it is configured, but the application may not",
    remedy:
      "assign the application a role with `Microsoft.Resources/subscriptions/providers/read` at the network's subscription, wait some minutes, and apply; or give `azurePeeringProvider: AzurePeeringProvider.AZAPI`, which needs no such right",
    through: "azurerm",
  },
  "granted in another subscription": {
    texts: ["populating Resource Provider cache: listing Resource Providers: … AuthorizationFailed"],
    where: "with a `PeeringApplication`, in every plan, apply and destroy",
    cause:
      "`resourceProviderAccess` does not grant the application the right to list resource providers in the network's subscription",
    remedy:
      "leave `resourceProviderAccess` out, or add the subscription to its `subscriptionIds`. Then `terraform apply -target=` the new `azurerm_role_assignment` of `resource-providers`, wait some minutes, and apply; or, in place of `-target`, apply with `connected: false`, then with `connected: true`. Or give `azurePeeringProvider: AzurePeeringProvider.AZAPI`",
    through: "azurerm",
    commands: ["terraform apply -target='azurerm_role_assignment.…resource-providers…'", "terraform apply"],
  },
  "secret too young": {
    texts: ["AADSTS7000215"],
    cause: "Microsoft Entra does not accept the new client secret yet",
    remedy: "apply again. If it recurs, give a longer `propagation.roleAssignments`",
  },
  "secret ended": {
    texts: ["AADSTS7000222"],
    cause: "the client secret has expired, so nothing can be planned",
    remedy: {
      azurerm:
        "give the slot in use a new end date, `terraform apply -target=` its `azuread_application_password`, wait a minute, and apply",
      azapi: "give the slot in use a new end date, `terraform apply -refresh=false`, and wait a minute",
    },
    commands: {
      azurerm: ["terraform apply -target='azuread_application_password.…'", "terraform apply"],
      azapi: ["terraform apply -refresh=false"],
    },
  },
  "tenant too slow": {
    texts: ["AADSTS7000229"],
    where: "in the first apply",
    cause: "Aiven's tenant does not have a service principal of the application yet",
    remedy: "apply again, with a longer `propagation.servicePrincipal`",
  },
  "shut out of Aiven's tenant": {
    texts: ["AADSTS7000229"],
    where: "in a plan or destroy that worked before",
    cause: "Aiven's connection was deleted, and the application's service principal in Aiven's tenant with it",
    remedy: "[create the peering again](networks.md#creating-a-peering-again)",
  },
  "secret replaced, or application deleted": {
    texts: ["running Azure CLI: exit status 1: … AADSTS50020"],
    cause:
      "azurerm asked the Azure CLI for a token of Aiven's tenant, because the client secret in use was replaced in the same stack, or the application was deleted",
    remedy:
      "if it was replaced, give its former end date and [rotate the client secret](signing-in.md#rotating-the-client-secret). If the application was deleted, remove Azure's peering (`az network vnet peering delete`) and apply",
    through: "azurerm",
    commands: ["az network vnet peering delete --resource-group … --vnet-name … --name …", "terraform apply"],
  },
  "secret replaced in place": {
    texts: ["AADSTS700027"],
    cause:
      "the client secret in use was replaced or removed. Until there is a new one, azapi signs in with a certificate that no application has",
    remedy:
      "`terraform apply -refresh=false`, and wait half a minute before the next plan. If the secret was removed by hand, first `terraform state rm` its `azuread_application_password`",
    through: "azapi",
    commands: ["terraform state rm 'azuread_application_password.…'", "terraform apply -refresh=false"],
  },
  "application deleted": {
    texts: ["AADSTS700016"],
    cause: "the application was deleted by hand",
    remedy:
      "remove Azure's peering (`az network vnet peering delete`), `terraform state rm` its `azapi_resource`, and apply, which creates all of it again",
    through: "azapi",
    commands: [
      "az network vnet peering delete --resource-group … --vnet-name … --name …",
      "terraform state rm 'azapi_resource.…'",
      "terraform apply",
    ],
  },
} as const satisfies Readonly<Record<string, Row>>;
