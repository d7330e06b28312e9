import type { Row } from "./row";

export const SIGNING_IN = {
  "no authorizer": {
    texts: ["unable to build authorizer for Resource Manager API: could not configure AzureCli Authorizer: …"],
    where: "from `azurerm.…peering-provider…`",
    cause:
      "the application is created in the same stack, so at the first plan its credentials are unknown and only the Azure CLI or a managed identity can stand in",
    remedy:
      "give `azurePeeringProvider: AzurePeeringProvider.AZAPI`, sign in with `az login`, or put the `PeeringApplication` into an earlier stack",
    through: "azurerm",
  },
  "may not list resource providers": {
    texts: [
      "populating Resource Provider cache: listing Resource Providers: … AuthorizationFailed … does not have authorization to perform action 'Microsoft.Resources/subscriptions/providers/read'",
    ],
    where: "with an existing application",
    cause: "azurerm lists them whenever it is configured, and the application may not",
    remedy:
      "grant it `Microsoft.Resources/subscriptions/providers/read` at the subscription of the network, wait some minutes, apply; or give `azurePeeringProvider: AzurePeeringProvider.AZAPI`, which needs no such right",
    through: "azurerm",
  },
  "granted in another subscription": {
    texts: ["populating Resource Provider cache: listing Resource Providers: … AuthorizationFailed"],
    where: "with a `PeeringApplication`, in every plan, apply and destroy",
    cause: "the network is in a subscription in which the application may not list resource providers",
    remedy:
      "name the network's subscription in `subscriptionIds` too, then `terraform apply -target=` the new `azurerm_role_assignment` of `resource-providers`, wait some minutes, apply; or in place of `-target` take the peering off and put it back (`connected`); or give `azurePeeringProvider: AzurePeeringProvider.AZAPI`",
    through: "azurerm",
  },
  "secret too young": {
    texts: ["AADSTS7000215"],
    cause: "Entra does not know the new client secret yet",
    remedy: "apply again; with a longer `propagation.roleAssignments` if it recurs",
  },
  "secret ended": {
    texts: ["AADSTS7000222"],
    cause: "the client secret has ended, so nothing can be planned",
    remedy: {
      azurerm:
        "give the slot in use a new end date, `terraform apply -target=` its `azuread_application_password`, wait a minute, apply",
      azapi: "give the slot in use a new end date, `terraform apply -refresh=false`, wait a minute",
    },
  },
  "tenant too slow": {
    texts: ["AADSTS7000229"],
    where: "in the first apply",
    cause: "Aiven's tenant does not know your application yet",
    remedy: "apply again, with a longer `propagation.servicePrincipal`",
  },
  "shut out of Aiven's tenant": {
    texts: ["AADSTS7000229"],
    where: "in a plan or destroy that worked before",
    cause: "Aiven's connection was deleted, and your application's principal in Aiven's tenant with it",
    remedy: "[create the peering again](networks.md#creating-a-peering-again)",
  },
  "secret replaced, or application deleted": {
    texts: ["running Azure CLI: exit status 1: … AADSTS50020"],
    cause:
      "the CLI was asked for a token of Aiven's tenant: the secret in use was replaced in the same stack, or the application was deleted",
    remedy:
      "replaced: put its end date back and [rotate over the two slots](signing-in.md#rotating-the-client-secret). Deleted: remove Azure's peering by hand (`az network vnet peering delete`), apply",
    through: "azurerm",
  },
  "secret replaced in place": {
    texts: ["AADSTS700027"],
    cause:
      "the client secret in use was replaced or removed, and the certificate that stands in for it until then is known to nobody, on purpose",
    remedy:
      "`terraform apply -refresh=false`, and half a minute before the next plan. Removed by hand: first `terraform state rm` its `azuread_application_password`",
    through: "azapi",
  },
  "application deleted": {
    texts: ["AADSTS700016"],
    cause: "the application was deleted by hand",
    remedy:
      "remove Azure's peering by hand (`az network vnet peering delete`), `terraform state rm` its `azapi_resource`, apply: all is created again",
    through: "azapi",
  },
  "token ended": {
    texts: ["AADSTS700024"],
    cause:
      "the pipeline's static token (`ARM_OIDC_TOKEN`) has ended in the middle of the job; GitLab's does so after five minutes",
    remedy:
      "run the job again: it goes on where it stopped. So that it does not recur, hand the job a [token that does not end](signing-in.md#tokens-that-end)",
  },
} as const satisfies Readonly<Record<string, Row>>;
