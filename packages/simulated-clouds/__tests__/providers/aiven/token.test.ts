import { AivenHarness, VPC } from "../../support/aiven";

const aiven = new AivenHarness();
const resource = { aiven_project_vpc: { vpc: VPC } };
const withProvider = (provider: object, rest: object = {}) =>
  aiven.configure(resource, { provider: { aiven: provider }, ...rest });

test("without a token in the block AIVEN_TOKEN counts", async () => {
  aiven.start({ environment: { AIVEN_TOKEN: "token" } });
  withProvider({});
  expect(await aiven.apply()).toMatchObject({ code: 0 });
});

test("without any token the provider is not configured", async () => {
  withProvider({});
  const outcome = await aiven.plan();
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toContain("Error: Token Missing");
  expect(outcome.text).toContain("or in the AIVEN_TOKEN environment variable.");
});

test("a token that is unknown at plan falls to AIVEN_TOKEN, else fails", async () => {
  const fresh = { terraform_data: { token: { input: "token" } }, ...resource };
  const provider = { aiven: { api_token: "${terraform_data.token.output}" } };
  aiven.configure(fresh, { provider });
  expect((await aiven.plan()).text).toContain("Error: Token Missing");
  aiven.start({ environment: { AIVEN_TOKEN: "token" } });
  aiven.configure(fresh, { provider });
  expect(await aiven.plan()).toMatchObject({ code: 2 });
  expect(await aiven.apply()).toMatchObject({ code: 0 });
});

test("nothing is called when the provider is configured", async () => {
  withProvider({ api_token: "token" });
  await aiven.plan();
  expect(aiven.world.journal.entries).toEqual([]);
});

test("the token is in no call of the journal", async () => {
  withProvider({ api_token: "a-secret-token" });
  await aiven.apply();
  expect(JSON.stringify(aiven.world.journal.entries)).not.toContain("a-secret-token");
});
