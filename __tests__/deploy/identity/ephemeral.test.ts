import { TerraformVariable } from "cdktf";
import { AzurePeeringProvider, ExistingCredential, ExistingPeeringApplication } from "cdktf-aiven-azure-peering";
import { engineIsFrom } from "../../../tools/engine";
import { Deployment } from "../support/deployment";
import { addPeering } from "../support/peering";

const CLIENT_ID = "44444444-4444-4444-8444-444444444444";
const SECRET = "an-existing-secret";
const EXISTING = {
  clientId: CLIENT_ID,
  displayName: "existing",
  multiTenant: true,
  secret: SECRET,
  grants: ["Microsoft.Resources/subscriptions/providers/read"],
};

const start = async (azurePeeringProvider: AzurePeeringProvider, ephemeral: boolean) => {
  const deployment = await Deployment.start({ existingApplication: EXISTING }, (stack) => {
    const only = stack();
    const secret = new TerraformVariable(only, "client_secret", { type: "string", sensitive: true });
    if (ephemeral) secret.addOverride("ephemeral", true);
    addPeering(only, {
      azurePeeringProvider,
      identity: new ExistingPeeringApplication(only, "application", {
        clientId: CLIENT_ID,
        credential: ExistingCredential.clientSecret(secret.stringValue),
      }),
    });
  });
  deployment.env = { TF_VAR_client_secret: SECRET };
  return deployment;
};

/** Whether the engine has ephemeral variables. */
const hasEphemeralVariables = () => engineIsFrom({ Terraform: [1, 10], OpenTofu: [1, 11] });

/** What a saved plan holds, as whoever has the file can read it. */
const savedPlan = async (deployment: Deployment) => {
  expect(await deployment.terraform(["plan", "-out=saved"])).toMatchObject({ code: 0 });
  return (await deployment.terraform(["show", "-json", "saved"])).stdout;
};

describe.each([AzurePeeringProvider.AZURERM, AzurePeeringProvider.AZAPI])(
  "an existing application's secret, through %s,",
  (azurePeeringProvider) => {
    test("is in a saved plan as a variable", async () => {
      expect(await savedPlan(await start(azurePeeringProvider, false))).toContain(SECRET);
    });

    test("is in no saved plan as an ephemeral variable, and is given again to the apply", async () => {
      if (!hasEphemeralVariables()) {
        const { code, text } = await (await start(azurePeeringProvider, true)).terraform(["plan"]);
        expect([code, text]).toEqual([1, expect.stringContaining('No argument or block type is named "ephemeral"')]);
        return;
      }
      const deployment = await start(azurePeeringProvider, true);
      expect(await savedPlan(deployment)).not.toContain(SECRET);
      const { code, text } = await deployment.terraform(["apply", "saved"]);
      expect([code, code === 0 ? "" : text]).toEqual([0, ""]);
      await deployment.wait();
      expect(deployment.halves).toEqual(["ACTIVE", "Connected"]);
      expect(deployment.state()).not.toContain(SECRET);
      expect(await deployment.plan()).toMatchObject({ code: 0 });
      expect(await deployment.destroy()).toMatchObject({ code: 0 });
    });
  },
);
