import {
  type ClientSecretOptions,
  ClientSecretSlot,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import type { SignIn } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectDestroyed } from "../support/assertions";
import { changed, started } from "../support/changes";
import { Deployment } from "../support/deployment";
import { PIPELINE } from "../support/identities";
import { peerNetwork } from "../support/peering";

describe("the client secret is rotated over its two slots", () => {
  const FIRST = "2099-01-01T00:00:00Z";
  const app = (secrets: ClientSecretOptions, twoStacks: boolean) => (stack: StackMaker) => {
    const credential = PeeringCredential.clientSecret(secrets);
    const earlier = twoStacks ? new PeeringApplication(stack("identity"), "application", { credential }) : undefined;
    const only = stack("peering");
    peerNetwork(only, { identity: earlier ?? new PeeringApplication(only, "application", { credential }) });
  };

  test.each<[SignIn, boolean]>([
    ["azure-cli", false],
    ["managed-identity", false],
    ["azure-cli", true],
    ["client-secret", true],
    ["oidc", true],
  ])("under %s, identity in an earlier stack: %s", async (signIn, twoStacks) => {
    const deployment = await started({ signIn }, app({ primaryEndDate: FIRST }, twoStacks));
    const step = (secrets: ClientSecretOptions) => changed(deployment, app(secrets, twoStacks));
    const secondaryEndDate = "2099-06-01T00:00:00Z";
    const active = ClientSecretSlot.SECONDARY;
    expect(await step({ primaryEndDate: FIRST, secondaryEndDate })).toEqual(["POST new secret"]);
    expect(await step({ primaryEndDate: FIRST, secondaryEndDate, active })).toEqual([]);
    const primaryEndDate = "2099-12-01T00:00:00Z";
    expect(await step({ primaryEndDate, secondaryEndDate, active })).toEqual(["POST old secret", "POST new secret"]);
    expect(await step({ primaryEndDate, secondaryEndDate })).toEqual([]);
    await expectDestroyed(deployment);
  });

  test("in an earlier stack the secret in use may be replaced in one go", async () => {
    const deployment = await started({ signIn: "client-secret" }, app({ primaryEndDate: FIRST }, true));
    const calls = await changed(deployment, app({ primaryEndDate: "2099-02-01T00:00:00Z" }, true));
    expect(calls).toEqual(["POST old secret", "POST new secret"]);
    await expectDestroyed(deployment);
  });

  test("30 days before its end the check warns, and not a day earlier", async () => {
    const startTime = Date.now();
    const end = new Date(startTime + 32 * 86_400_000).toISOString().replace(/\.\d+Z/, "Z");
    const warning = `the client secret of the peering application ends on ${end}`;
    const soon = new Date(startTime + 29 * 86_400_000).toISOString().replace(/\.\d+Z/, "Z");
    expect((await (await started({ startTime }, app({ primaryEndDate: end }, false))).plan()).text).not.toContain(
      warning,
    );
    const deployment = await Deployment.start({ startTime }, app({ primaryEndDate: soon }, false));
    expect((await deployment.apply()).text).toContain(`the client secret of the peering application ends on ${soon}`);
  });
});

test("a client secret is given up for a federated credential: the peering stays, and the secret is gone", async () => {
  const app = (credential: PeeringCredential) => (stack: StackMaker) => {
    const identity = new PeeringApplication(stack("identity"), "application", { credential });
    peerNetwork(stack("peering"), { identity });
  };
  const deployment = await started({ signIn: "oidc" }, app(PeeringCredential.clientSecret()));
  const calls = await changed(deployment, app(PeeringCredential.federated(PIPELINE)));
  expect(calls).toEqual(["POST old secret", expect.stringMatching(/^POST .*\/federatedIdentityCredentials$/)]);
  expect(deployment.world.added().filter(({ kind }) => kind === "application password")).toEqual([]);
  await expectDestroyed(deployment);
});
