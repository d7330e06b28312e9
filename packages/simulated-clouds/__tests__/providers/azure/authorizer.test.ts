import { minutes, seconds } from "../../../src/clouds/clock";
import { createWorld } from "../../../src/clouds/world";
import { newAuthorizer } from "../../../src/providers/azure-sdk/authorizer";
import { credentialsFrom } from "../../../src/providers/azure-sdk/credentials";
import { ProviderSettings } from "../../../src/providers/azure-sdk/provider-settings";
import { UNKNOWN, type Values } from "../../../src/protocol/cty";

test("a token is kept for an hour, then fetched again", async () => {
  const world = createWorld();
  const authorizer = newAuthorizer(world, credentialsFrom(new ProviderSettings({}, world.deployer.environment)));
  const fetched = () => world.journal.matching(/oauth2/).length;
  authorizer.token();
  await world.clock.advance(minutes(60) - seconds(1));
  authorizer.token();
  expect(fetched()).toBe(1);
  await world.clock.advance(seconds(1));
  authorizer.token();
  expect(fetched()).toBe(2);
});

test.each([
  ["absent", undefined, "from-the-environment"],
  ["null", null, "from-the-environment"],
  ["empty", "", ""],
  ["unknown", UNKNOWN, ""],
  ["known", "from-the-block", "from-the-block"],
])("a client_secret that is %s reads as %p → %p", (_how, value, expected) => {
  const config: Values = value === undefined ? {} : { client_secret: value };
  const settings = new ProviderSettings(config, { ARM_CLIENT_SECRET: "from-the-environment" });
  expect(settings.text("client_secret", "ARM_CLIENT_SECRET")).toBe(expected);
});

test.each([
  ["absent", undefined, true],
  ["unknown", UNKNOWN, false],
  ["false", false, false],
])("use_cli that is %s is %p → %p", (_how, value, expected) => {
  const settings = new ProviderSettings(value === undefined ? {} : { use_cli: value }, {});
  expect(settings.flag("use_cli", "ARM_USE_CLI", true)).toBe(expected);
});

test("auxiliary tenants come from the block, else from the environment", () => {
  const environment = { ARM_AUXILIARY_TENANT_IDS: "one;two" };
  const list = (value: (typeof UNKNOWN | string)[] | typeof UNKNOWN | null) =>
    new ProviderSettings({ auxiliary_tenant_ids: value }, environment).list(
      "auxiliary_tenant_ids",
      "ARM_AUXILIARY_TENANT_IDS",
    );
  expect(list(["three"])).toEqual(["three"]);
  expect(list(null)).toEqual(["one", "two"]);
  expect(list([])).toEqual(["one", "two"]);
});

test("a managed identity is not another application: a known client_id that is not its own is refused", () => {
  const world = createWorld({ signIn: "managed-identity" });
  const authorizer = (config: Values) =>
    newAuthorizer(world, credentialsFrom(new ProviderSettings(config, world.deployer.environment)));
  expect(authorizer({}).token().kind).toBe("managed-identity");
  expect(authorizer({ client_id: world.deployer.managedIdentity?.clientId ?? "" }).token().kind).toBe(
    "managed-identity",
  );
  expect(() => authorizer({ client_id: "another" }).token()).toThrow("Identity not found");
});
