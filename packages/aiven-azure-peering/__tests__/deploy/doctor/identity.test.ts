import {
  AivenServicePrincipalSource,
  AzurePeeringProvider,
  DeployerApplication,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { accounts } from "simulated-clouds";
import { expectActive } from "../../../../../__tests__/deploy/support/assertions";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import { existingApplication, withExisting } from "../../../../../__tests__/deploy/support/identities";
import { Before, readDoctor, type Build } from "../support/doctor";
import { expectingAiven, look, REGISTERS, type Shape } from "./shapes";
import { federatedApplication, LISTING, PIPELINE, withFederated } from "./identity-rows";

const { EXISTING } = AivenServicePrincipalSource;
const { AZAPI } = AzurePeeringProvider;

const deployersOwn: Build = (stack) => {
  const only = stack();
  peerNetwork(only, { identity: new DeployerApplication(only, "application"), azurePeeringProvider: AZAPI });
};
const federatedInside =
  (subject: string): Build =>
  (stack) => {
    const only = stack();
    const credential = PeeringCredential.federated({ ...PIPELINE, subject });
    peerNetwork(only, {
      identity: new PeeringApplication(only, "application", { credential }),
      azurePeeringProvider: AZAPI,
    });
  };

const principal = ({ deployment }: Before, clientId: string) => {
  const found = deployment.world.entra.directory.servicePrincipal(accounts.customerTenantId, clientId);
  if (!found) throw new Error("there is no such principal");
  return found;
};

/** What an apply would stop at, beside the rows of the page; the apply is tried too. */
const STOPS: Readonly<Record<string, readonly [check: string, message: RegExp, remedy: RegExp, shape: Shape]>> = {
  "Terraform's own application, which is a person": [
    "sign-in",
    /^with the Azure CLI as .*must be signed in as an application$/,
    /ARM_CLIENT_ID.*DeployerApplication/,
    { build: deployersOwn },
  ],
  "Terraform's own application, which no other tenant knows": [
    "application",
    /is not multi-tenant \(AzureADMyOrg\)/,
    /^az ad app update --id .* --sign-in-audience AzureADMultipleOrgs$/,
    { settings: { signIn: "client-secret" }, build: deployersOwn },
  ],
  "Aiven's principal, which is expected and not there": [
    "Aiven's service principal",
    /^does not exist, but the stack expects it$/,
    new RegExp(`^az ad sp create --id ${accounts.aivenApplicationId}`),
    { build: expectingAiven() },
  ],
  "any user of a tenant whose users may register applications, which is not enough for Aiven's principal": [
    "right to create applications",
    /^the stack creates an application and Aiven's service principal, but the token has no Microsoft Entra role for that/,
    /^have an Application Administrator run az ad sp create/,
    { settings: { deployer: { directoryRoles: ["Global Reader"] }, customer: { usersMayRegisterApplications: true } } },
  ],
  "a pipeline that may create only what it owns": [
    "right to create applications",
    /^Application\.ReadWrite\.OwnedBy, which is enough/,
    /^have an Application Administrator run az ad sp create/,
    {
      settings: {
        signIn: "client-secret",
        deployer: { directoryRoles: [], applicationPermissions: ["Application.ReadWrite.OwnedBy", "Policy.Read.All"] },
      },
      build: (stack) => void peerNetwork(stack(), { azurePeeringProvider: AZAPI }),
    },
  ],
  "who may register applications, and does not stay the owner": [
    "right to create applications",
    /^users may register applications, but the application can be given no credential afterwards, unless .* stays its owner$/,
    /^`owners: \["[0-9a-f-]{36}"\]` on the PeeringApplication/,
    { settings: REGISTERS, build: expectingAiven() },
  ],
  "a tenant without secrets": [
    "app management policy",
    /does not allow client secrets of applications$/,
    /PeeringCredential\.federated/,
    {
      settings: { signIn: "client-secret", customer: { passwordsForbidden: true } },
      build: (stack) => void peerNetwork(stack(), { azurePeeringProvider: AZAPI }),
    },
  ],
  "a job that nobody trusts": [
    "federated credential",
    /^this job is repo:customer\/infrastructure:ref:refs\/heads\/main of .* trusts repo:customer\/other of/,
    /^PeeringCredential\.federated\(\{ issuer: "https:\/\/token\.actions.*", subject: "repo:customer\/infrastructure/,
    { settings: { signIn: "oidc" }, build: federatedInside("repo:customer/other") },
  ],
  "a job that an existing application does not trust": [
    "federated credential",
    /the application trusts repo:customer\/other of/,
    /^PeeringCredential\.federated/,
    {
      settings: {
        signIn: "oidc",
        existingApplication: {
          ...federatedApplication,
          federated: { ...PIPELINE, subject: "repo:customer/other", audience: "api://AzureADTokenExchange" },
        },
      },
      build: withFederated,
    },
  ],
  "a federated application outside of a pipeline": [
    "pipeline token",
    /^none, and the application signs in with one$/,
    /^run this command and Terraform in the pipeline/,
    { settings: { existingApplication: federatedApplication }, build: withFederated },
  ],
  "a project that is not there": [
    "project",
    /^there is no project my-project$/,
    /^correct `project`: avn project list$/,
    { settings: { aiven: { projects: ["another"] } } },
  ],
  "a project of somebody else's": [
    "project",
    /^Aiven denied access: Not a project member \(my-project\)$/,
    /^correct `project`, or use a token of a member/,
    { settings: { aiven: { projects: ["another"], othersProjects: ["my-project"] } } },
  ],
  "who may only read the project": [
    "right to edit the project",
    /^is read_only in my-project/,
    /^use a token with admin, operator or project:networking:write in my-project/,
    { settings: { aiven: { memberType: "read_only" } } },
  ],
};

describe("trust is compared letter by letter", () => {
  const check = "federated credential";
  test.each([
    ["an issuer with a slash at its end", { issuer: `${PIPELINE.issuer}/` }],
    ["another audience", { audience: "api://AzureADTokenExchange/" }],
    ["a subject in another case", { subject: PIPELINE.subject.toUpperCase() }],
  ])("%s", async (_name, changed) => {
    const federated = { ...PIPELINE, audience: "api://AzureADTokenExchange", ...changed };
    const existing = { ...federatedApplication, federated };
    const { before, doctor } = await look({
      settings: { signIn: "oidc", existingApplication: existing },
      build: withFederated,
    });
    expect(doctor.of(check)).toMatchObject({ status: "failed" });
    expect(await before.deployment.apply()).toMatchObject({ code: 1 });
  });

  test("of an application of an earlier stack too", async () => {
    const before = await Before.apply({ signIn: "oidc" }, (stack) => {
      const credential = PeeringCredential.federated({ ...PIPELINE, subject: `${PIPELINE.subject}-2` });
      const identity = new PeeringApplication(stack("identity"), "application", { credential });
      peerNetwork(stack("peering"), { identity, azurePeeringProvider: AZAPI });
    });
    const doctor = await readDoctor(before.clouds, ["--stack", before.deployment.folderOf("peering")]);
    expect(doctor.of(check)).toMatchObject({
      status: "failed",
      message: expect.stringMatching(/but the application trusts repo:customer\/infrastructure/) as string,
    });
  });
});

test.each(Object.entries(STOPS))("%s", async (_name, [check, message, remedy, shape]) => {
  const { before, doctor } = await look(shape);
  const line = doctor.lines.find((each) => each.check === check && each.status === "failed");
  expect(line?.message ?? doctor.complaints).toMatch(message);
  expect(line?.remedy).toMatch(remedy);
  expect(doctor.code).toBe(1);
  expect(await before.deployment.apply()).toMatchObject({ code: 1 });
});

/** Nothing to complain of, and the apply goes through. */
const GOES: Readonly<Record<string, Shape>> = {
  "Terraform's own application": {
    settings: { signIn: "client-secret", deployer: { multiTenant: true } },
    build: deployersOwn,
  },
  "an existing federated application": {
    settings: { signIn: "oidc", existingApplication: federatedApplication },
    build: withFederated,
  },
  "who may create nothing, and is given both": {
    settings: {
      aivenPrincipalExists: true,
      existingApplication: existingApplication(LISTING),
      deployer: { directoryRoles: ["Global Reader"] },
    },
    build: withExisting({}, { aivenServicePrincipal: EXISTING }),
  },
  "an operator of the project": { settings: { aiven: { memberType: "operator" } } },
  "who may write networks of the project alone": {
    settings: { aiven: { memberType: "read_only", permissions: ["project:networking:write"] } },
  },
};

test.each(Object.entries(GOES))("%s: nothing", async (_name, shape) => {
  const { before, doctor } = await look(shape);
  expect(doctor.complaints).toEqual([]);
  await expectActive(before.deployment);
});

test.each(["client-secret", "oidc"] as const)(
  "an application of an earlier stack, in a pipeline by %s: nothing fails",
  async (signIn) => {
    const before = await Before.apply({ signIn }, (stack) => {
      const identity = new PeeringApplication(stack("identity"), "application");
      peerNetwork(stack("peering"), { identity });
    });
    const doctor = await readDoctor(before.clouds, ["--stack", before.deployment.folderOf("peering")]);
    // the application is known once that stack is applied
    expect(doctor.complaints.filter((each) => !each.startsWith("unknown"))).toEqual([]);
    expect(doctor.of("application")?.message).toBe("an earlier stack creates it: apply that first");
    expect([doctor.status, doctor.code]).toEqual(["unknown", 0]);
    await expectActive(before.deployment);
  },
);

test("an application of the same name is no failure", async () => {
  const { before } = await look({});
  await expectActive(before.deployment);
  before.deployment.world.aiven.peeringConnections.all.splice(0);
  const doctor = await before.doctor();
  expect(doctor.of("application")).toMatchObject({
    status: "warning",
    message: expect.stringMatching(/^1 application is called /) as string,
  });
  expect(doctor.of("Aiven's service principal")).toMatchObject({ status: "warning" });
});

test("a principal that is disabled", async () => {
  const { doctor } = await look({
    settings: { aivenPrincipalExists: true },
    build: expectingAiven(),
    harm: (before) => {
      principal(before, accounts.aivenApplicationId).properties = { account_enabled: false };
    },
  });
  expect(doctor.of("Aiven's service principal")).toMatchObject({ status: "failed" });
});

test("of ids: a cloud and a range that Aiven does not have", async () => {
  const { before } = await look({});
  const network =
    "/subscriptions/5ab50000-0000-4000-8000-000000000001/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n";
  const ids = (cloud: string, range: string) =>
    readDoctor(before.clouds, ["--project", "my-project", "--cloud", cloud, "--range", range, "--network", network]);
  const well = await ids("azure-japaneast", "10.0.0.0/20");
  expect([well.of("cloud"), well.of("VPC range")]).toMatchObject([{ status: "ok" }, { status: "ok" }]);
  const wrong = await ids("azure-atlantis", "10.0.0.0/19");
  expect([wrong.of("cloud"), wrong.of("VPC range")]).toMatchObject([
    { status: "failed", message: "azure-atlantis is not a cloud of my-project" },
    { status: "failed", message: "10.0.0.0/19 is not an IPv4 range with a prefix length of 20 to 24" },
  ]);
  const odd = await ids("aws-eu-west-1", "11.0.0.0/24");
  expect([odd.of("cloud"), odd.of("VPC range")]).toMatchObject([{ status: "failed" }, { status: "warning" }]);
});

test("another tenant than the one that is meant is said, since a provider block may lead there", async () => {
  const { before, doctor } = await look({ settings: { signIn: "managed-identity" } });
  expect(doctor.of("tenant")).toEqual({ check: "tenant", status: "ok", message: accounts.customerTenantId });
  const other = "99999999-0000-4000-8000-000000000000";
  expect((await before.doctor({ ARM_TENANT_ID: other })).of("tenant")).toMatchObject({
    status: "warning",
    remedy: `export ARM_TENANT_ID=${other}`,
  });
});
