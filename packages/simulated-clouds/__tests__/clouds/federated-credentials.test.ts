import { minutes, seconds } from "../../src/clouds/clock";
import { createWorld, type World } from "../../src/clouds/world";
import { CUSTOMER_TENANT_ID, type SettingsInput } from "../../src/clouds/settings";
import { createApplication, deployer, refusal } from "./people";

type Oidc = NonNullable<NonNullable<SettingsInput["deployer"]>["oidc"]>;

const INPUT = { name: "one", issuer: "https://issuer", subject: "me", audiences: ["api://a"] };
const add = (world: World, objectId: string, change: object) => () =>
  world.entra.credentials.addFederated(deployer(world), objectId, { ...INPUT, ...change });

test("names differ within an application, and so do issuer and subject together, also when one is changed", () => {
  const world = createWorld();
  const { objectId } = createApplication(world).application;
  const one = add(world, objectId, {})();
  expect(add(world, objectId, { issuer: "https://other" })).toThrow(
    refusal({
      status: 409,
      code: "Request_MultipleObjectsWithSameKeyValue",
      message: "FederatedIdentityCredential with name one already exists.",
    }),
  );
  const twin = refusal({
    status: 400,
    code: "InvalidFederatedIdentityCredentialValue",
    message: expect.stringMatching(
      /^The combination of issuer and subject must be unique for the application\. Issuer https:\/\/issuer and Subject: me already exist\./,
    ) as string,
  });
  expect(add(world, objectId, { name: "two" })).toThrow(twin);
  const two = add(world, objectId, { name: "two", subject: "you" })();
  const { issuer, audiences } = INPUT;
  const change = (id: string, subject: string) => () =>
    world.entra.credentials.updateFederated(deployer(world), objectId, id, { issuer, subject, audiences });
  expect(change(two.id, "me")).toThrow(twin);
  expect(change(one.id, "me")).not.toThrow();
});

test("an application takes twenty, another one as many again", () => {
  const world = createWorld();
  const [first, second] = [createApplication(world), createApplication(world)].map(({ application }) => application);
  const fill = (objectId: string, index: number) => add(world, objectId, { name: `n${index}`, subject: `s${index}` });
  for (let index = 0; index < 20; index++) fill(first.objectId, index)();
  expect(fill(first.objectId, 20)).toThrow(refusal({ status: 400, message: expect.stringContaining("20") as string }));
  expect(fill(second.objectId, 20)).not.toThrow();
  const [{ id }] = first.federatedCredentials;
  world.entra.credentials.removeFederated(deployer(world), first.objectId, id);
  expect(fill(first.objectId, 20)).not.toThrow();
});

function pipelineOf(oidc: Oidc) {
  const world = createWorld({ signIn: "oidc", deployer: { oidc }, startTime: Date.parse("2026-01-01T00:00:00Z") });
  const { application, pipeline } = world.deployer;
  if (!application || !pipeline) throw new Error("the deployer of this world is no pipeline");
  const signIn = (assertion: string) =>
    world.entra.token({ tenantId: CUSTOMER_TENANT_ID, clientId: application.clientId, credential: { assertion } });
  return { world, pipeline, signIn };
}

test("a pipeline's token ends (AADSTS700024), and the next job has a fresh one", async () => {
  const { world, pipeline, signIn } = pipelineOf({ delivery: "token", lifetime: 300 });
  const token = () => world.deployer.environment.ARM_OIDC_TOKEN;
  const first = token();
  await world.clock.advance(minutes(5) - seconds(1));
  expect(token()).toBe(first);
  expect(() => signIn(first)).not.toThrow();
  await world.clock.advance(seconds(1));
  expect(() => signIn(first)).toThrow(
    refusal({
      status: 401,
      code: "AADSTS700024",
      message:
        "AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-01-01T00:05:00.0000000Z, assertion valid from 2026-01-01T00:00:00.0000000Z, expiry time of assertion 2026-01-01T00:05:00.0000000Z. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .",
    }),
  );
  pipeline.startJob();
  expect(() => signIn(token())).not.toThrow();
});

test("without a lifetime it never ends", async () => {
  const { world, signIn } = pipelineOf({ delivery: "token" });
  await world.clock.advance(minutes(600));
  expect(() => signIn(world.deployer.environment.ARM_OIDC_TOKEN)).not.toThrow();
});

test("a job for another subject is nobody until the application trusts it too", () => {
  const { world, pipeline, signIn } = pipelineOf({ delivery: "token" });
  pipeline.startJob({ subject: "repo:customer/infrastructure:pull_request" });
  const token = world.deployer.environment.ARM_OIDC_TOKEN;
  expect(() => signIn(token)).toThrow(/^AADSTS700213: .*'repo:customer\/infrastructure:pull_request'/);
  const { issuer, subject, audience } = pipeline.subject;
  world.deployer.application?.federatedCredentials.push({
    id: "2",
    name: "pull requests",
    description: "",
    usableAt: 0,
    issuer,
    subject,
    audiences: [audience],
  });
  expect(() => signIn(token)).not.toThrow();
});

test.each<[Oidc["delivery"], string[]]>([
  ["file", ["ARM_CLIENT_ID", "ARM_OIDC_TOKEN_FILE_PATH", "ARM_SUBSCRIPTION_ID", "ARM_TENANT_ID", "ARM_USE_OIDC"]],
  [
    "request",
    [
      "ARM_CLIENT_ID",
      "ARM_OIDC_REQUEST_TOKEN",
      "ARM_OIDC_REQUEST_URL",
      "ARM_SUBSCRIPTION_ID",
      "ARM_TENANT_ID",
      "ARM_USE_OIDC",
    ],
  ],
])("a pipeline may hand over its token by %s", (delivery, names) => {
  expect(Object.keys(pipelineOf({ delivery }).world.deployer.environment).sort()).toEqual(names);
});
