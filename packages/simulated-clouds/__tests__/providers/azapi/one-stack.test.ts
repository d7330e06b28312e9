/** What was seen with the real binaries: one stack, from nothing, under every sign-in. */
import { minutes } from "../../../src/clouds/clock";
import type { SignIn } from "../../../src/clouds/settings";
import { AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";
import { configurationOf, PEERING, oneStack } from "./one-stack";

const harness = new AzureHarness();

/** Whoever asked Resource Manager for Azure's peering, other than Aiven. */
const callersOfPeering = () =>
  new Set(
    harness.world.journal
      .matching(/virtualNetworkPeerings/)
      .map(({ identity }) => identity)
      .filter((identity) => identity !== "aiven"),
  );

const application = () => {
  const found = harness.world.entra.directory.applications.find(({ displayName }) => displayName === "peering");
  return `app ${found?.clientId}`;
};

test.each<[SignIn, "secret" | "federated"]>([
  ["client-secret", "secret"],
  ["oidc", "secret"],
  ["oidc", "federated"],
  ["azure-cli", "secret"],
  ["managed-identity", "secret"],
])("under %s, with a %s: from nothing to both sides, an empty plan, and nothing again", async (signIn, credential) => {
  harness.start({ signIn });
  const configuration = configurationOf(oneStack(credential));
  expectSuccess(await harness.configure(configuration).plan(), 2);
  expect(new Set(harness.world.journal.entries.map(({ identity }) => identity))).toEqual(new Set(["deployer"]));

  expectSuccess(await harness.apply());
  const identity = application();
  expect(callersOfPeering()).toEqual(new Set([identity]));
  expect((await harness.resources())[PEERING].values.output).toEqual({ state: "Connected", sync: "FullyInSync" });

  await harness.world.clock.advance(minutes(5));
  expectSuccess(await harness.plan());
  expectSuccess(await harness.terraform(["apply", "-refresh-only", "-auto-approve"]));
  expect((await harness.resources())["aiven_azure_vpc_peering_connection.it"].values.state).toBe("ACTIVE");

  expectSuccess(await harness.destroy());
  expect(harness.world.added()).toEqual([]);
  expect(harness.world.removed()).toEqual([]);
  expect(callersOfPeering()).toEqual(new Set([identity]));
});

test("application deleted by hand: with use_cli = true azapi acts as the operator, DELETE included", async () => {
  const stack = oneStack();
  Object.assign(stack.alias, { use_cli: true, client_certificate: "" });
  expectSuccess(await harness.configure(configurationOf(stack)).apply());
  harness.world.byHand.deleteApplication(application().slice("app ".length));
  // with an auxiliary tenant the operator's own sign-in stops at AADSTS50020: nobody of Aiven's tenant
  stack.alias.auxiliary_tenant_ids = [];
  harness.configure(configurationOf(stack));
  expectSuccess(await harness.destroy());
  const deletion = harness.world.journal.matching(/^DELETE .*virtualNetworkPeerings/);
  expect(deletion.map(({ identity }) => identity).filter((identity) => identity !== "aiven")).toEqual(["deployer"]);
});

test.each<["secret" | "federated", SignIn, string]>([
  ["secret", "azure-cli", "AADSTS700016"],
  ["secret", "client-secret", "AADSTS700016"],
  ["secret", "oidc", "AADSTS700016"],
  ["federated", "oidc", "AADSTS700016"],
])(
  "application deleted by hand: sealed, with a %s under %s, it stops and acts as nobody",
  async (kind, signIn, code) => {
    harness.start({ signIn });
    expectSuccess(await harness.configure(configurationOf(oneStack(kind))).apply());
    const identity = application();
    harness.world.byHand.deleteApplication(identity.slice("app ".length));
    const { code: exit, text } = await harness.destroy();
    expect([exit, text]).toEqual([1, expect.stringContaining(code)]);
    expect(callersOfPeering()).toEqual(new Set([identity]));
  },
);

test("the secret is gone: the certificate that nobody registered is refused, and nobody is asked as the operator", async () => {
  expectSuccess(await harness.configure(configurationOf(oneStack())).apply());
  const identity = application();
  const clientId = identity.slice("app ".length);
  const found = harness.world.entra.directory.application(clientId);
  if (found) found.passwords = [];
  const { code, text } = await harness.plan();
  expect([code, text]).toEqual([1, expect.stringContaining("AADSTS700027")]);
  expect(callersOfPeering()).toEqual(new Set([identity]));
});

test("no auxiliary tenant: LinkedAuthorizationFailed is tried again until the timeout, then said", async () => {
  const stack = oneStack();
  delete stack.alias.auxiliary_tenant_ids;
  stack.resource.azapi_resource.it.timeouts = { create: "5m" };
  const { code, text } = await harness.configure(configurationOf(stack)).apply();
  expect([code, text]).toEqual([1, expect.stringContaining("context deadline exceeded, last retryable error: PUT ")]);
  expect(text).toContain("LinkedAuthorizationFailed");
  expect(harness.world.journal.matching(/^PUT .*to-aiven/).length).toBeGreaterThan(10);
});

test("disconnected: the home token alone reads and deletes the peering", async () => {
  const stack = oneStack();
  expectSuccess(await harness.configure(configurationOf(stack)).apply());
  const gone = ["azapi_resource", "aiven_azure_vpc_peering_connection"];
  const resource = Object.fromEntries(Object.entries(stack.resource).filter(([type]) => !gone.includes(type)));
  delete resource.time_sleep?.accepted;
  const off = { resource, alias: { ...stack.alias, auxiliary_tenant_ids: [] } };
  expectSuccess(await harness.configure(configurationOf(off)).apply());
  expect(harness.world.byHand.azurePeerings()).toEqual([]);
  const deletion = harness.world.journal.matching(/^DELETE .*to-aiven/);
  expect(deletion.map(({ tenants }) => tenants.length)).toEqual([1]);
});

test.each(["2.8.0", "1.13.1"])(
  "azapi %s keeps the auxiliary tenant to itself: Azure refuses the peering, which names the subscription of the other tenant",
  async (azapiVersion) => {
    harness.start({ azapiVersion });
    const outcome = await harness.configure(configurationOf(oneStack())).apply();
    expect(outcome).toMatchObject({ code: 1 });
    expect(outcome.text).toMatch(
      /LinkedAuthorizationFailed.*the current tenant '[^']+' is not authorized to access linked subscription/,
    );
  },
);
