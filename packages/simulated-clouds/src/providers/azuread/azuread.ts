import type { World } from "../../clouds/world";
import type { ProviderDefinition } from "../../protocol/provider-definition";
import { schemaOf } from "../../protocol/schema-files";
import { application } from "./application";
import { applicationFederatedIdentityCredential } from "./application-federated-identity-credential";
import { applicationPassword } from "./application-password";
import type { AzureadClient } from "./client";
import { dataSources } from "./data-sources";
import { servicePrincipal } from "./service-principal";
import { configure } from "./sign-in";

/** hashicorp/azuread 3. */
export const azuread = (world: World): ProviderDefinition<AzureadClient> => ({
  address: "hashicorp/azuread",
  schema: schemaOf("hashicorp/azuread"),
  configure: (config) => configure(world, config),
  resources: {
    azuread_application: application,
    azuread_application_federated_identity_credential: applicationFederatedIdentityCredential,
    azuread_application_password: applicationPassword,
    azuread_service_principal: servicePrincipal,
  },
  dataSources,
});
