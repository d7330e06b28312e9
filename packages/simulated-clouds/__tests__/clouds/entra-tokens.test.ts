import { AIVEN_TENANT_ID } from "../../src/clouds/aiven/well-known";
import { days, minutes, seconds } from "../../src/clouds/clock";
import { federatedAssertion } from "../../src/clouds/entra/assertions";
import { createWorld } from "../../src/clouds/world";
import { CUSTOMER_TENANT_ID } from "../../src/clouds/settings";
import { createApplication, deployer, refusal } from "./people";

const CLIENT = "11111111-0000-4000-8000-000000000001";

test("a fresh secret is refused as a wrong one until Entra knows it (AADSTS7000215)", async () => {
  const world = createWorld({ lag: { secret: 10 } });
  const { signIn, application } = createApplication(world);
  await world.clock.advance(seconds(9));
  expect(() => signIn(CUSTOMER_TENANT_ID)).toThrow(
    `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${application.clientId}'.`,
  );
  await world.clock.advance(seconds(1));
  expect(signIn(CUSTOMER_TENANT_ID)).toMatchObject({ clientId: application.clientId, tenantId: CUSTOMER_TENANT_ID });
});

test("a refused token is a 401 whose body is OAuth's", () => {
  const world = createWorld();
  expect(() => createApplication(world).signIn(CUSTOMER_TENANT_ID)).toThrow(
    refusal({
      status: 401,
      body: expect.stringMatching(/^\{"error": "invalid_client", "error_description": "AADSTS7000215: /) as string,
    }),
  );
});

test("a secret past its end date is refused (AADSTS7000222)", async () => {
  const world = createWorld({ lag: { secret: 0 } });
  const { application } = createApplication(world);
  const end = world.clock.now() + days(30);
  const { secretText } = world.entra.credentials.addPassword(deployer(world), application.objectId, { end });
  const request = { tenantId: CUSTOMER_TENANT_ID, clientId: application.clientId, credential: { secret: secretText } };
  expect(world.entra.token(request).tenantId).toBe(CUSTOMER_TENANT_ID);
  await world.clock.advance(days(30));
  expect(() => world.entra.token(request)).toThrow(/^AADSTS7000222: .* are expired\.$/);
});

test("an application no tenant knows is AADSTS700016", () => {
  const request = { tenantId: CUSTOMER_TENANT_ID, clientId: CLIENT, credential: { secret: "any" } };
  expect(() => createWorld().entra.token(request)).toThrow(
    `AADSTS700016: Application with identifier '${CLIENT}' was not found in the directory '${CUSTOMER_TENANT_ID}'.`,
  );
});

test("a single-tenant application is unknown in another tenant (AADSTS700016)", async () => {
  const world = createWorld();
  const { signIn } = createApplication(world, "AzureADMyOrg");
  await world.clock.advance(minutes(1));
  expect(() => signIn(AIVEN_TENANT_ID)).toThrow(/^AADSTS700016: /);
});

test("a multi-tenant application without a principal in the other tenant is AADSTS7000229", async () => {
  const world = createWorld();
  const { signIn, application } = createApplication(world);
  await world.clock.advance(minutes(1));
  expect(() => signIn(AIVEN_TENANT_ID)).toThrow(
    `AADSTS7000229: The client application ${application.clientId} is missing service principal in the tenant ${AIVEN_TENANT_ID}.`,
  );
});

test("an application that was deleted can sign in no more", async () => {
  const world = createWorld();
  const { signIn, application } = createApplication(world);
  await world.clock.advance(minutes(1));
  signIn(CUSTOMER_TENANT_ID);
  world.byHand.deleteApplication(application.clientId);
  expect(() => signIn(CUSTOMER_TENANT_ID)).toThrow(/^AADSTS700016: /);
});

test("a person under the Azure CLI gets no token of a tenant they are not in (AADSTS50020)", () => {
  const world = createWorld();
  const { user } = world.deployer;
  expect(user && (() => world.entra.tokens.forUser(user, AIVEN_TENANT_ID))).toThrow(
    /^AADSTS50020: User account 'deployer@customer\.example' .* does not exist in tenant/,
  );
});

test.each([
  ["another issuer", { issuer: "https://other.example" }, "AADSTS700211"],
  ["another audience", { audience: "api://other" }, "AADSTS700212"],
  ["another subject", { subject: "repo:other" }, "AADSTS700213"],
  ["the subject in another case", { subject: "repo:Mine" }, "AADSTS7002138"],
])("a federated token signs in, and not with %s", async (_claim, change, code) => {
  const world = createWorld();
  const { application } = createApplication(world);
  const subject = { issuer: "https://issuer.example", subject: "repo:mine", audience: "api://AzureADTokenExchange" };
  const { audience, ...rest } = subject;
  const input = { name: "pipeline", ...rest, audiences: [audience] };
  world.entra.credentials.addFederated(deployer(world), application.objectId, input);
  const ask = (assertion: string) => () =>
    world.entra.token({ tenantId: CUSTOMER_TENANT_ID, clientId: application.clientId, credential: { assertion } });
  expect(ask(federatedAssertion(subject))).toThrow(/^AADSTS700213: /);
  await world.clock.advance(seconds(10));
  expect(ask(federatedAssertion(subject))()).toMatchObject({ clientId: application.clientId });
  expect(ask(federatedAssertion({ ...subject, ...change }))).toThrow(new RegExp(`^${code}: `));
});

test("a certificate signs in once it is registered and usable", async () => {
  const world = createWorld();
  const { application } = createApplication(world);
  world.entra.credentials.addCertificate(deployer(world), application.objectId, { value: "PEM" });
  const ask = (certificate: string) => () =>
    world.entra.token({ tenantId: CUSTOMER_TENANT_ID, clientId: application.clientId, credential: { certificate } });
  expect(ask("PEM")).toThrow(/^AADSTS700027: /);
  await world.clock.advance(seconds(10));
  expect(ask("PEM")()).toMatchObject({ clientId: application.clientId });
  expect(ask("another")).toThrow(/^AADSTS700027: /);
});

test("an existing application signs in at once with what it was given", () => {
  const existingApplication = {
    clientId: CLIENT,
    displayName: "existing",
    multiTenant: true,
    secret: "s3cret",
    grants: [],
  };
  const { entra } = createWorld({ existingApplication });
  const request = { tenantId: CUSTOMER_TENANT_ID, clientId: CLIENT };
  expect(entra.token({ ...request, credential: { secret: "s3cret" } }).clientId).toBe(CLIENT);
  expect(() => entra.token({ ...request, credential: { secret: "wrong" } })).toThrow(/^AADSTS7000215: /);
});

test.each([
  ["client-secret", ["ARM_CLIENT_ID", "ARM_CLIENT_SECRET", "ARM_SUBSCRIPTION_ID", "ARM_TENANT_ID"]],
  ["client-certificate", ["ARM_CLIENT_CERTIFICATE_PATH", "ARM_CLIENT_ID", "ARM_SUBSCRIPTION_ID", "ARM_TENANT_ID"]],
  ["oidc", ["ARM_CLIENT_ID", "ARM_OIDC_TOKEN", "ARM_SUBSCRIPTION_ID", "ARM_TENANT_ID", "ARM_USE_OIDC"]],
  ["managed-identity", ["ARM_SUBSCRIPTION_ID", "ARM_USE_MSI"]],
  ["azure-cli", ["ARM_SUBSCRIPTION_ID"]],
  ["none", ["ARM_SUBSCRIPTION_ID"]],
] as const)("signed in by %s, the deployer's shell has the variables of that way", (signIn, names) => {
  expect(Object.keys(createWorld({ signIn }).deployer.environment).sort()).toEqual(names);
});
