import { Application } from "@cdktf/provider-azuread/lib/application";
import { ApplicationFederatedIdentityCredential } from "@cdktf/provider-azuread/lib/application-federated-identity-credential";
import { ApplicationPasswordA } from "@cdktf/provider-azuread/lib/application-password";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import {
  AzurePeeringProvider,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
} from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { PIPELINE, startUnder } from "../support/identities";
import { addNetwork, peerNetwork } from "../support/peering";

const build = (kind: "secret" | "federated") => (stacks: StackMaker) => {
  const stack = stacks();
  const application = new Application(stack, "app", { displayName: "ours", signInAudience: "AzureADMultipleOrgs" });
  const principal = new ServicePrincipal(stack, "sp", { clientId: application.clientId });
  let credential = ExistingCredential.federated();
  if (kind === "secret") {
    const password = new ApplicationPasswordA(stack, "password", { applicationId: application.id });
    credential = ExistingCredential.clientSecret(password.value);
  }
  const identity = new ExistingPeeringApplication(stack, "identity", {
    clientId: application.clientId,
    servicePrincipalObjectId: principal.objectId,
    credential,
  });
  peerNetwork(stack, {
    identity,
    virtualNetwork: AzureVirtualNetwork.fromResource(addNetwork(stack)),
    azurePeeringProvider: AzurePeeringProvider.AZAPI,
  });
  // Written last: what it refers to does not make Terraform keep it until the peering is gone.
  if (kind === "federated") {
    new ApplicationFederatedIdentityCredential(stack, "trust", {
      applicationId: application.id,
      displayName: "pipeline",
      issuer: PIPELINE.issuer,
      subject: PIPELINE.subject,
      audiences: ["api://AzureADTokenExchange"],
    });
  }
};

test.each([
  ["secret", "client-secret"],
  ["federated", "oidc"],
] as const)(
  "an application of the same stack is waited for and outlives the peering, through azapi: %s",
  async (kind, signIn) => {
    const deployment = await startUnder(signIn, build(kind));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  },
);
