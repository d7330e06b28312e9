import { AIVEN_APPLICATION_ID } from "../../../src/clouds/aiven/well-known";
import { seconds } from "../../../src/clouds/clock";
import { deployer } from "../../clouds/people";
import { AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";

const harness = new AzureHarness();
const APPLICATION = { display_name: "peering", sign_in_audience: "AzureADMultipleOrgs" };
const AIVEN = { client_id: AIVEN_APPLICATION_ID };
const IDENTITY = {
  azuread_application: { app: APPLICATION },
  azuread_service_principal: { app: { client_id: "${azuread_application.app.client_id}" }, aiven: AIVEN },
  azuread_application_password: { secret: { application_id: "${azuread_application.app.id}", display_name: "one" } },
  azuread_application_federated_identity_credential: {
    pipeline: {
      application_id: "${azuread_application.app.id}",
      display_name: "pipeline",
      issuer: "https://token.actions.githubusercontent.com",
      subject: "repo:o/r:ref:refs/heads/main",
      audiences: ["api://AzureADTokenExchange"],
    },
  },
};
const withPassword = (change: object) => ({
  resource: {
    azuread_application: { app: APPLICATION },
    azuread_application_password: { secret: { application_id: "${azuread_application.app.id}", ...change } },
  },
});

test("an identity is applied, planned empty, and destroyed without a trace", async () => {
  expectSuccess(await harness.configure({ resource: IDENTITY }).apply());
  expectSuccess(await harness.plan());
  const state = await harness.resources();
  const app = state["azuread_application.app"].values;
  const secret = state["azuread_application_password.secret"].values;
  expect(app).toMatchObject({ id: `/applications/${String(app.object_id)}`, sign_in_audience: "AzureADMultipleOrgs" });
  expect(secret).toMatchObject({
    id: `${String(app.object_id)}/password/${String(secret.key_id)}`,
    value: expect.stringMatching(/.{30,}/) as string,
  });
  expect(state["azuread_service_principal.aiven"].values).toMatchObject({
    display_name: "aiven-prod-executor",
    application_tenant_id: expect.not.stringMatching(harness.world.settings.customer.tenantId) as string,
  });
  expectSuccess(await harness.destroy());
  expect(harness.world.added()).toEqual([]);
});

test("all but secrets can be imported", async () => {
  expectSuccess(await harness.configure({ resource: IDENTITY }).apply());
  const state = await harness.resources();
  for (const address of Object.keys(state).filter((each) => !/password/.test(each))) {
    expectSuccess(await harness.terraform(["state", "rm", address]));
    expectSuccess(await harness.terraform(["import", address, state[address].values.id as string]));
  }
  expectSuccess(await harness.plan());
});

test("deletes take about 20 seconds each", async () => {
  expectSuccess(await harness.configure({ resource: { azuread_application: { app: APPLICATION } } }).apply());
  const start = harness.world.clock.now();
  expectSuccess(await harness.destroy());
  expect(harness.secondsSince(start)).toBe(20);
});

test("Aiven's principal exists already: it needs to be imported", async () => {
  const world = harness.start({ aivenPrincipalExists: true });
  const [existing] = world.entra.servicePrincipals.list(
    deployer(world),
    ({ clientId }) => clientId === AIVEN_APPLICATION_ID,
  );
  const resource = { azuread_service_principal: { aiven: AIVEN } };
  const { code, text } = await harness.configure({ resource }).apply();
  expect(code).toBe(1);
  expect(text).toContain(`A resource with the ID "${existing.objectId}" already exists`);
  expect(text).toContain("this resource needs to be imported into the State");
  const id = `/servicePrincipals/${existing.objectId}`;
  expectSuccess(await harness.terraform(["import", "azuread_service_principal.aiven", id]));
  expectSuccess(await harness.plan());
});

test("use_existing adopts it, and destroy still deletes it", async () => {
  const world = harness.start({ aivenPrincipalExists: true });
  const resource = { azuread_service_principal: { aiven: { ...AIVEN, use_existing: true } } };
  expectSuccess(await harness.configure({ resource }).apply());
  expectSuccess(await harness.plan());
  expect(world.added()).toEqual([]);
  expectSuccess(await harness.destroy());
  expect(world.removed()).toEqual([expect.objectContaining({ name: "aiven-prod-executor" })]);
});

test("use_existing looks five minutes for what is not there, then makes it", async () => {
  const start = harness.world.clock.now();
  expectSuccess(
    await harness
      .configure({ resource: { azuread_service_principal: { aiven: { ...AIVEN, use_existing: true } } } })
      .apply(),
  );
  expect(harness.secondsSince(start)).toBe(300);
});

test("without Application Administrator a 403 is retried for ten minutes before it is shown", async () => {
  harness.start({ deployer: { managesApplications: false } });
  const start = harness.world.clock.now();
  const { code, text } = await harness.configure({ resource: { azuread_service_principal: { aiven: AIVEN } } }).apply();
  expect(code).toBe(1);
  expect(text).toContain("Could not create service principal");
  expect(text).toContain(
    "unexpected status 403 (403 Forbidden) with error: Authorization_RequestDenied: Insufficient privileges to complete the operation.",
  );
  expect(harness.secondsSince(start)).toBe(600);
});

test("an end date is kept as it is written, and replaces the secret", async () => {
  expectSuccess(await harness.configure(withPassword({ end_date: "2031-01-01T00:00:00+02:00" })).apply());
  expectSuccess(await harness.plan());
  const [password] =
    harness.world.entra.directory.applications.find(({ displayName }) => displayName === "peering")?.passwords ?? [];
  expect(harness.world.clock.timestamp(password.end)).toBe("2030-12-31T22:00:00Z");
  expect((await harness.configure(withPassword({ end_date: "2032-01-01T00:00:00Z" })).plan()).text).toContain(
    "forces replacement",
  );
});

test("end_date_relative is taken and silently ignored", async () => {
  expectSuccess(await harness.configure(withPassword({ end_date_relative: "24h" })).apply());
  const { end_date: end } = (await harness.resources())["azuread_application_password.secret"].values;
  expect(Date.parse(end as string) - harness.world.clock.now()).toBeGreaterThan(seconds(86_400) * 700);
});

test("rotate_when_changed replaces the secret", async () => {
  expectSuccess(await harness.configure(withPassword({ rotate_when_changed: { time: "one" } })).apply());
  const before = (await harness.resources())["azuread_application_password.secret"].values.value;
  expectSuccess(await harness.configure(withPassword({ rotate_when_changed: { time: "two" } })).apply());
  expect((await harness.resources())["azuread_application_password.secret"].values.value).not.toBe(before);
});

test("a tenant policy refuses a secret that lives too long", async () => {
  harness.start({ customer: { passwordLifetimeCapDays: 90 } });
  const { code, text } = await harness.configure(withPassword({})).apply();
  expect(code).toBe(1);
  expect(text).toMatch(/Adding password for application with object ID "[^"]+"/);
  expect(text).toContain(
    "unexpected status 400 (400 Bad Request) with error: CredentialInvalidLifetimeAsPerAppPolicy: ",
  );
});

test("a client id written as application_id is refused by validate", async () => {
  harness.configure(withPassword({ application_id: "00000000-0000-4000-8000-000000000000" }));
  const { code, text } = await harness.terraform(["validate"]);
  expect([code, text]).toEqual([1, expect.stringContaining("it is not of the form /applications/")]);
});

test("the application's client id is no application_id", async () => {
  const { resource } = withPassword({ application_id: "${azuread_application.app.client_id}" });
  const { code, text } = await harness.configure({ resource }).apply();
  expect([code, text]).toEqual([1, expect.stringContaining("it is not of the form /applications/")]);
});

test("a federated credential's claims change in place, its name replaces it", async () => {
  const { pipeline } = IDENTITY.azuread_application_federated_identity_credential;
  const federated = (change: object) => ({
    resource: {
      azuread_application: { app: APPLICATION },
      azuread_application_federated_identity_credential: { pipeline: { ...pipeline, ...change } },
    },
  });
  expectSuccess(await harness.configure(federated({})).apply());
  expect((await harness.configure(federated({ subject: "repo:o/r:environment:prod" })).plan()).text).toContain(
    "1 to change, 0 to destroy",
  );
  expect((await harness.configure(federated({ display_name: "other" })).plan()).text).toContain("forces replacement");
});

test("an application deleted by hand is created again, with everything that hung on it", async () => {
  expectSuccess(await harness.configure({ resource: IDENTITY }).apply());
  const { client_id: clientId } = (await harness.resources())["azuread_application.app"].values;
  harness.world.byHand.deleteApplication(clientId as string);
  expect((await harness.plan()).text).toContain("Plan: 4 to add, 0 to change, 0 to destroy");
  expectSuccess(await harness.apply());
  expectSuccess(await harness.plan());
});

test("an application's password may stand inside it", async () => {
  const inside = (change: object) => ({
    resource: { azuread_application: { app: { ...APPLICATION, password: [{ display_name: "inside", ...change }] } } },
  });
  expectSuccess(await harness.configure(inside({})).apply());
  expectSuccess(await harness.plan());
  const passwords = () =>
    harness.world.entra.directory.applications.find(({ displayName }) => displayName === "peering")?.passwords ?? [];
  const [{ keyId }] = passwords();
  expectSuccess(await harness.configure(inside({ display_name: "renamed" })).apply());
  expect(passwords()).toEqual([expect.objectContaining({ displayName: "renamed" })]);
  expect(passwords()[0].keyId).not.toBe(keyId);
});

test("the data sources show whose tenant an application is of, and say what they do not find", async () => {
  harness.start({ aivenPrincipalExists: true });
  const data = {
    azuread_service_principal: { aiven: AIVEN },
    azuread_client_config: { me: {} },
  };
  const output = {
    tenant: { value: "${data.azuread_service_principal.aiven.application_tenant_id}" },
    me: { value: "${data.azuread_client_config.me.object_id}" },
  };
  expectSuccess(await harness.configure({ data, output }).apply());
  expect(await harness.outputs()).toMatchObject({ me: harness.world.deployer.user?.objectId });
  const missing = { azuread_service_principal: { it: { client_id: "00000000-0000-4000-8000-000000000000" } } };
  const { code, text } = await harness.configure({ data: missing }).plan();
  expect([code, text]).toEqual([1, expect.stringContaining("No service principal found for client id")]);
});

test("an application can be looked up by its name", async () => {
  expectSuccess(await harness.configure({ resource: { azuread_application: { app: APPLICATION } } }).apply());
  const data = { azuread_application: { app: { display_name: "peering" } } };
  const output = { audience: { value: "${data.azuread_application.app.sign_in_audience}" } };
  expectSuccess(
    await harness.configure({ resource: { azuread_application: { app: APPLICATION } }, data, output }).apply(),
  );
  expect(await harness.outputs()).toEqual({ audience: "AzureADMultipleOrgs" });
});
