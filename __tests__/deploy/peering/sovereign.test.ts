import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import { cdktfApp } from "../../../tools/terraform/source";
import { AIVEN_SAYS } from "../support/aiven-says";
import { expectOursDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { expectFailure } from "../support/failure";
import { existingApplication, LISTING, withExisting } from "../support/identities";

const environment = "usgovernment";

/**
 * Aiven is in the public cloud alone, so no peering comes of it. But the application signs in where the operator does, which a plan does
 * already where its credentials are known; what stops is Aiven, in words of its own, and destroy cleans up.
 */
test("the application signs in to the operator's cloud; it is Aiven that cannot reach it, and destroy leaves nothing", async () => {
  const deployment = await Deployment.fresh({
    signIn: "client-secret",
    customer: { cloud: environment },
    existingApplication: existingApplication(LISTING),
  });
  const source = cdktfApp(withExisting(), (stack) => {
    new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION_ID, environment });
    new AzureadProvider(stack, "azuread", { environment });
    new AivenProvider(stack, "aiven", { apiToken: "token" });
    new TimeProvider(stack, "time");
  });
  await deployment.deploy(source).initialise();
  expect(await deployment.plan()).toMatchObject({ code: 2 });
  expect(deployment.world.journal.entries.map(({ identity }) => identity)).toContain(
    `app ${existingApplication().clientId}`,
  );
  expectFailure(
    await deployment.apply(),
    AIVEN_SAYS.couldNotPeer + "AADSTS900382: Confidential Client is not supported in Cross Cloud request.",
  );
  await expectOursDestroyed(deployment);
});
