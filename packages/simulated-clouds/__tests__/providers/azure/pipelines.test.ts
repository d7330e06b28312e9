import { hours, minutes } from "../../../src/clouds/clock";
import { createWorld, type World } from "../../../src/clouds/world";
import { newAuthorizer } from "../../../src/providers/azure-sdk/authorizer";
import { credentialsFrom } from "../../../src/providers/azure-sdk/credentials";
import { ProviderSettings } from "../../../src/providers/azure-sdk/provider-settings";
import type { Values } from "../../../src/protocol/cty";
import type { SettingsInput } from "../../../src/clouds/settings";
import { AZURERM, AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";

const harness = new AzureHarness();
const me = (provider: object = {}) => ({
  provider: { azurerm: { ...AZURERM, ...provider } },
  resource: { azurerm_resource_group: { group: { name: "group", location: "westeurope" } } },
});

/** What a provider makes of its block when it is configured now. */
function configured(world: World, config: Values = {}) {
  const { environment, pipeline } = world.deployer;
  return newAuthorizer(world, credentialsFrom(new ProviderSettings(config, environment), pipeline));
}
const oidc = (delivery: "token" | "file" | "request") =>
  createWorld({ signIn: "oidc", deployer: { oidc: { delivery, lifetime: 300 } } });

describe("in a job that is longer than its token is good for", () => {
  test("a static token signs in no provider that is configured later, nor renews what one has", async () => {
    const world = oidc("token");
    const early = configured(world);
    early.token();
    await world.clock.advance(minutes(6));
    expect(() => early.token()).not.toThrow();
    expect(() => configured(world).token()).toThrow("AADSTS700024");
    await world.clock.advance(hours(1));
    expect(() => early.token()).toThrow(
      /^clientCredentialsToken: received HTTP status 401 with response: .*AADSTS700024/,
    );
  });

  test("a file that is kept fresh is read whenever a provider is configured, and not again", async () => {
    const world = oidc("file");
    const early = configured(world);
    early.token();
    await world.clock.advance(hours(2));
    expect(() => configured(world).token()).not.toThrow();
    expect(() => early.token()).toThrow("AADSTS700024");
  });

  test("an address is asked for a fresh token each time", async () => {
    const world = oidc("request");
    const early = configured(world);
    early.token();
    await world.clock.advance(hours(2));
    expect(() => early.token()).not.toThrow();
    expect(() => configured(world).token()).not.toThrow();
  });

  test("a saved plan that is applied by the same job too late fails, and in a job of its own does not", async () => {
    const world = harness.start({ signIn: "oidc", deployer: { oidc: { delivery: "token", lifetime: 300 } } });
    harness.configure(me());
    expectSuccess(await harness.terraform(["plan", "-out=plan"]));
    await world.clock.advance(minutes(6));
    const { code, text } = await harness.terraform(["apply", "plan"]);
    expect([code, text]).toEqual([1, expect.stringContaining("AADSTS700024: Client assertion is not within")]);
    world.deployer.pipeline?.startJob();
    expectSuccess(await harness.apply());
  });
});

test("a request needs both its address and its token", () => {
  const world = oidc("request");
  expect(() => configured(world, { oidc_request_token: "wrong" }).token()).toThrow(
    "githubAssertion: received HTTP status 401",
  );
  expect(() => configured(world, { oidc_request_url: "https://elsewhere.example" }).token()).toThrow(
    'githubAssertion: cannot request token: Get "https://elsewhere.example"',
  );
  expect(() => configured(world, { oidc_request_url: "" })).toThrow("could not configure AzureCli Authorizer");
});

test("GitHub's own variables serve as well, and an empty one does not count", () => {
  const { pipeline } = oidc("request").deployer;
  const environment = {
    ARM_OIDC_REQUEST_URL: "",
    ACTIONS_ID_TOKEN_REQUEST_URL: "https://github.example",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "secret",
  };
  expect(credentialsFrom(new ProviderSettings({}, environment), pipeline)).toMatchObject({
    oidcRequestUrl: "https://github.example",
    oidcRequestToken: "secret",
  });
});

describe("`environment`", () => {
  const names = (config: Values, environment: Record<string, string> = {}) =>
    credentialsFrom(new ProviderSettings(config, environment)).cloud;

  test("names a cloud, in any case; the block wins over the shell, and the public cloud is the default", () => {
    expect(names({})).toBe("public");
    expect(names({}, { ARM_ENVIRONMENT: "china" })).toBe("china");
    expect(names({ environment: "USGovernment" }, { ARM_ENVIRONMENT: "china" })).toBe("usgovernment");
    expect(() => names({ environment: "germany" })).toThrow('no environment was found with the name "germany"');
  });

  test.each<[string, SettingsInput, string]>([
    [
      "an application",
      { signIn: "client-secret" },
      "AADSTS900382: Confidential Client is not supported in Cross Cloud",
    ],
    ["a person", { signIn: "azure-cli" }, "running Azure CLI: exit status 1: ERROR: AADSTS500011"],
    ["a managed identity", { signIn: "managed-identity" }, "received HTTP status 400 with body: "],
  ])("%s of another cloud is signed in only where the block or the shell says so", async (_who, settings, refused) => {
    const customer = { cloud: "usgovernment" } as const;
    harness.start({ ...settings, customer });
    const { code, text } = await harness.configure(me()).apply();
    expect([code, text]).toEqual([1, expect.stringContaining(refused)]);
    expectSuccess(await harness.configure(me({ environment: "usgovernment" })).apply());
    harness.start({ ...settings, customer, environment: { ARM_ENVIRONMENT: "usgovernment" } });
    expectSuccess(await harness.configure(me()).apply());
    expect((await harness.configure(me({ environment: "public" })).plan()).text).toContain(refused);
  });

  test("an unknown name is refused at once", async () => {
    const { text } = await harness.configure(me({ environment: "germany" })).plan();
    expect(text).toContain('no environment was found with the name "germany"');
  });

  test("azuread reads it too", async () => {
    harness.start({ signIn: "client-secret", customer: { cloud: "china" } });
    const data = { azuread_client_config: { me: {} } };
    expect((await harness.configure({ data }).plan()).text).toContain("AADSTS90002: Tenant");
    expectSuccess(await harness.configure({ data, provider: { azuread: { environment: "china" } } }).plan());
  });
});
