import { AIVEN_APPLICATION_ID } from "../../src/clouds/aiven/well-known";
import { days } from "../../src/clouds/clock";
import { createWorld } from "../../src/clouds/world";
import { createApplication, deployer, refusal } from "./people";

test("without Application Administrator every write to Graph is refused, reading is not", () => {
  const world = createWorld({ deployer: { managesApplications: false } });
  const token = deployer(world);
  expect(() => world.entra.servicePrincipals.create(token, AIVEN_APPLICATION_ID)).toThrow(
    refusal({
      status: 403,
      code: "Authorization_RequestDenied",
      message: "Insufficient privileges to complete the operation.",
    }),
  );
  expect(world.entra.servicePrincipals.list(token, () => true)).toEqual([]);
});

test("a tenant has one principal of Aiven's application: a second is 'already in use'", () => {
  const world = createWorld();
  const token = deployer(world);
  expect(world.entra.servicePrincipals.create(token, AIVEN_APPLICATION_ID)).toMatchObject({
    displayName: "aiven-prod-executor",
    tenantId: world.settings.customer.tenantId,
  });
  expect(() => world.entra.servicePrincipals.create(token, AIVEN_APPLICATION_ID)).toThrow(
    `service principal name ${AIVEN_APPLICATION_ID} is already in use`,
  );
});

test("by setting, Aiven's principal is there from the start", () => {
  const world = createWorld({ aivenPrincipalExists: true });
  const found = world.entra.servicePrincipals.list(
    deployer(world),
    ({ clientId }) => clientId === AIVEN_APPLICATION_ID,
  );
  expect(found).toHaveLength(1);
});

test("another tenant's single-tenant application can have no principal here", () => {
  const world = createWorld();
  const id = "00000000-0000-4000-8000-00000000dead";
  expect(() => world.entra.servicePrincipals.create(deployer(world), id)).toThrow(
    `The appId '${id}' of the service principal does not reference a valid application object.`,
  );
});

test("deleting an application takes its principal along, in its home tenant", () => {
  const world = createWorld();
  const { application, principal } = createApplication(world);
  world.entra.applications.delete(deployer(world), application.objectId);
  expect(() => world.entra.servicePrincipals.get(deployer(world), principal.objectId)).toThrow(
    refusal({ status: 404, code: "Request_ResourceNotFound" }),
  );
});

test("a tenant policy caps how long a secret may live (CredentialInvalidLifetimeAsPerAppPolicy)", () => {
  const world = createWorld({ customer: { passwordLifetimeCapDays: 180 } });
  const token = deployer(world);
  const { objectId } = world.entra.applications.create(token, { displayName: "peering" });
  const add = (lifetime: number) => () =>
    world.entra.credentials.addPassword(token, objectId, { end: world.clock.now() + days(lifetime) });
  expect(add(181)).toThrow(refusal({ status: 400, code: "CredentialInvalidLifetimeAsPerAppPolicy" }));
  expect(add(180)()).toMatchObject({ end: world.clock.now() + days(180) });
});

test("without an end date a secret lives two years", () => {
  const world = createWorld({ startTime: Date.parse("2025-03-01T00:00:00Z") });
  const { password } = createApplication(world);
  expect(world.clock.timestamp(password.end)).toBe("2027-03-01T00:00:00Z");
});

test("a credential that is removed signs in no more and cannot be removed twice", () => {
  const world = createWorld({ lag: { secret: 0 } });
  const { application, password, signIn } = createApplication(world);
  signIn(world.settings.customer.tenantId);
  world.entra.credentials.removePassword(deployer(world), application.objectId, password.keyId);
  expect(() => signIn(world.settings.customer.tenantId)).toThrow(/^AADSTS7000215: /);
  expect(() => world.entra.credentials.removePassword(deployer(world), application.objectId, password.keyId)).toThrow(
    refusal({ status: 404 }),
  );
});
