import type { SettingsInput } from "simulated-clouds";
import { expectActive } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { addPeering, applicationOfEarlierStack } from "../support/peering";

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
    addPeering(stack("peering"), { identity: earlier });
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
