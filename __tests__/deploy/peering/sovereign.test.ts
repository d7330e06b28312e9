import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { TerraformVariable } from "cdktf";
import { ExistingCredential, ExistingPeeringApplication } from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import { cdktfApp } from "../../../tools/terraform/source";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { expectFailure } from "../support/failure";
import { addPeering } from "../support/peering";

const environment = "usgovernment";
const clientId = "44444444-4444-4444-8444-444444444444";
const secret = "an existing secret";
const grants = ["Microsoft.Resources/subscriptions/providers/read"];

/**
 * Aiven is in the public cloud alone, so no peering comes of it. But the application signs in where the operator does, which a plan does
 * already where its credentials are known; what stops is Aiven, in words of its own, and destroy cleans up.
 */
test("the application signs in to the operator's cloud; it is Aiven that cannot reach it, and destroy leaves nothing", async () => {
  const deployment = await Deployment.fresh({
    signIn: "client-secret",
    customer: { cloud: environment },
    existingApplication: { clientId, displayName: "existing", multiTenant: true, secret, grants },
  });
  const source = cdktfApp(
    (stack) => {
      const only = stack();
      const variable = new TerraformVariable(only, "secret", { type: "string", sensitive: true, default: secret });
      const credential = ExistingCredential.clientSecret(variable.stringValue);
      addPeering(only, { identity: new ExistingPeeringApplication(only, "application", { clientId, credential }) });
    },
    (stack) => {
      new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION_ID, environment });
      new AzureadProvider(stack, "azuread", { environment });
      new AivenProvider(stack, "aiven", { apiToken: "token" });
      new TimeProvider(stack, "time");
    },
  );
  await deployment.deploy(source).initialise();
  expect(await deployment.plan()).toMatchObject({ code: 2 });
  expect(deployment.world.journal.entries.map(({ identity }) => identity)).toContain(`app ${clientId}`);
  expectFailure(
    await deployment.apply(),
    "VPC peering connection cannot be created, more in the state info: AADSTS900382: Confidential Client is not supported in Cross Cloud request.",
  );
  expect(await deployment.destroy()).toMatchObject({ code: 0 });
  expect(deployment.changes).toEqual({ left: [], missing: [] });
});
