import type { SettingsInput } from "simulated-clouds";
import { TerraformVariable } from "cdktf";
import { AzurePeeringProvider, ExistingCredential } from "cdktf-aiven-azure-peering";
import { engineIsFrom } from "../../../tools/engine";
import { expectActive } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { existingApplication, existingIn, LISTING } from "../support/identities";
import { peerNetwork, applicationOfEarlierStack } from "../support/peering";

/** Every secret that came to be in a run: those that Entra made, and those that Terraform was signed in with. */
const secrets = ({ world }: Deployment): string[] => [
  ...world.entra.directory.applications.flatMap(({ passwords }) => passwords.map(({ secretText }) => secretText)),
  ...Object.entries(world.deployer.environment)
    .filter(([name]) => /SECRET|TOKEN/.test(name))
    .map(([, value]) => value),
];

test.each<[string, SettingsInput, boolean]>([
  ["one stack under the Azure CLI", { signIn: "azure-cli" }, false],
  ["two stacks under a client secret", { signIn: "client-secret" }, true],
  ["two stacks under an OIDC token", { signIn: "oidc" }, true],
])("in %s a secret is in the state, and nowhere else", async (_, settings, twoStacks) => {
  const deployment = await Deployment.start(settings, (stack) => {
    const earlier = twoStacks ? applicationOfEarlierStack(stack("identity")) : undefined;
    peerNetwork(stack("peering"), { identity: earlier });
  });
  await deployment.plan(deployment.stacks[0]);
  await expectActive(deployment);
  const all = secrets(deployment);
  const made = deployment.world.entra.directory.applications
    .filter(({ displayName }) => displayName.startsWith("aiven-azure-peering"))
    .flatMap(({ passwords }) => passwords.map(({ secretText }) => secretText));
  expect(made).toHaveLength(1);
  for (const stack of deployment.stacks) expect(deployment.state(stack)).toContain(made[0]);

  await deployment.terraform(["output"]);
  await deployment.destroy();
  const visible = {
    said: deployment.said,
    files: deployment.files(),
    journal: JSON.stringify(deployment.world.journal),
  };
  for (const [where, text] of Object.entries(visible)) {
    const found = all.filter((secret) => text.includes(secret));
    expect({ where, found }).toEqual({ where, found: [] });
    expect(text.length).toBeGreaterThan(1000);
  }
});

const { secret: SECRET = "" } = existingApplication();

const start = async (azurePeeringProvider: AzurePeeringProvider, ephemeral: boolean) => {
  const deployment = await Deployment.start({ existingApplication: existingApplication(LISTING) }, (stack) => {
    const only = stack();
    const secret = new TerraformVariable(only, "client_secret", { type: "string", sensitive: true });
    if (ephemeral) secret.addOverride("ephemeral", true);
    const identity = existingIn(only, { credential: ExistingCredential.clientSecret(secret.stringValue) });
    peerNetwork(only, { azurePeeringProvider, identity });
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

describe.each(Object.values(AzurePeeringProvider))(
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
      expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
      expect(deployment.state()).not.toContain(SECRET);
      expect(await deployment.plan()).toMatchObject({ code: 0 });
      expect(await deployment.destroy()).toMatchObject({ code: 0 });
    });
  },
);
