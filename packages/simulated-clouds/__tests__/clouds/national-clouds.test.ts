import type { Vpc } from "../../src/clouds/aiven/vpc";
import { AIVEN_TENANT_ID } from "../../src/clouds/aiven/well-known";
import type { NationalCloud } from "../../src/clouds/entra/national-clouds";
import { createWorld } from "../../src/clouds/world";
import { CUSTOMER_TENANT_ID } from "../../src/clouds/settings";
import { refusal } from "./people";

const CLIENT = "11111111-0000-4000-8000-000000000001";
const existingApplication = { clientId: CLIENT, displayName: "app", multiTenant: true, secret: "s3cret", grants: [] };

const CLOUDS = ["public", "usgovernment", "china"] as const;
const PAIRS = CLOUDS.flatMap((home) => CLOUDS.map((asked) => [home, asked] as const));

const signIn = (home: NationalCloud, asked: NationalCloud) => () =>
  createWorld({ customer: { cloud: home }, existingApplication }).entra.token({
    tenantId: CUSTOMER_TENANT_ID,
    clientId: CLIENT,
    credential: { secret: "s3cret" },
    cloud: asked,
  });

test.each(PAIRS.filter(([home, asked]) => home === asked))("a tenant of %s is signed in to at %s", (home, asked) => {
  expect(signIn(home, asked)().tenantId).toBe(CUSTOMER_TENANT_ID);
});

test.each(PAIRS.filter(([home, asked]) => home !== asked))(
  "a tenant of %s is not signed in to at %s",
  (home, asked) => {
    const separate = home === "china" || asked === "china";
    expect(signIn(home, asked)).toThrow(refusal({ status: 400, code: separate ? "AADSTS90002" : "AADSTS900382" }));
  },
);

test.each(PAIRS.filter(([home, asked]) => home !== asked))(
  "a person signed in to %s gets no token for the API of %s (AADSTS500011)",
  (home, asked) => {
    const { deployer, entra } = createWorld({ customer: { cloud: home } });
    const { user } = deployer;
    expect(user && (() => entra.tokens.forUser(user, CUSTOMER_TENANT_ID, asked))).toThrow(/^AADSTS500011: /);
    expect(user && entra.tokens.forUser(user, CUSTOMER_TENANT_ID, home).client).toBe("deployer@customer.example");
  },
);

test("a person in another cloud does not find Aiven's tenant, nor does Aiven the customer's", () => {
  const { aiven, deployer, entra } = createWorld({ customer: { cloud: "usgovernment" } });
  const { user } = deployer;
  expect(user && (() => entra.tokens.forUser(user, AIVEN_TENANT_ID, "usgovernment"))).toThrow(/^AADSTS90002: /);
  const vpc: Vpc = {
    id: "vpc",
    project: "my-project",
    cloudName: "azure-westeurope",
    networkCidr: "10.0.0.0/24",
    createTime: 0,
    state: "ACTIVE",
  };
  expect(() => aiven.executor.createPeering(vpc, CUSTOMER_TENANT_ID, "/x")).toThrow(refusal({ code: "AADSTS900382" }));
});

test("a managed identity gets a token for its own cloud only", () => {
  const { deployer, entra } = createWorld({ signIn: "managed-identity", customer: { cloud: "china" } });
  const { managedIdentity } = deployer;
  const ask = (cloud?: NationalCloud) => () =>
    managedIdentity && entra.tokens.forManagedIdentity(managedIdentity, cloud);
  expect(ask()).toThrow(/^AADSTS500011: /);
  expect(ask("china")()?.kind).toBe("managed-identity");
});
