import { X509Certificate } from "node:crypto";
import { AivenHarness, VPC } from "../../support/aiven";

const aiven = new AivenHarness();
const vpc = { aiven_project_vpc: { vpc: VPC } };

test("a VPC is there once it is ACTIVE, and the next plan is empty", async () => {
  aiven.configure(vpc);
  expect(await aiven.apply()).toMatchObject({ code: 0 });
  const [found] = aiven.world.aiven.vpcs.all;
  expect((await aiven.resource("aiven_project_vpc.vpc"))?.values).toMatchObject({
    id: `my-project/${found.id}`,
    project_vpc_id: found.id,
    state: "ACTIVE",
  });
  expect(await aiven.plan()).toMatchObject({ code: 0 });
});

test("it is looked at every five seconds", async () => {
  aiven.start({ aiven: { vpcCreation: 62 } });
  aiven.configure(vpc);
  await aiven.apply();
  expect(aiven.secondsBetween(/^POST/, /^GET/)).toBe(65);
});

test.each([
  [{ network_cidr: "10.0.0.0/16" }, "[400 VpcCreate]: Network prefix length must be between 20 and 24 inclusive"],
  [{ project: "nobody" }, "[404 VpcCreate]: Project does not exist"],
])("%j is refused when it is created, not before", async (change, message) => {
  aiven.configure({ aiven_project_vpc: { vpc: { ...VPC, ...change } } });
  expect(await aiven.plan()).toMatchObject({ code: 2 });
  const outcome = await aiven.apply();
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toContain("Error: failed to create resource with aiven_project_vpc.vpc");
  expect(outcome.text).toContain(message);
});

test("a VPC that is not ACTIVE in time is given up on and not in the state", async () => {
  aiven.start({ aiven: { vpcCreation: 600 } });
  aiven.configure({ aiven_project_vpc: { vpc: { ...VPC, timeouts: { create: "5m" } } } });
  const outcome = await aiven.apply();
  expect(outcome.text).toMatch(/Error: failed to refresh state .* expected "state" to be `ACTIVE`, got `APPROVED`/);
  expect(await aiven.resource("aiven_project_vpc.vpc")).toBeUndefined();
  expect(aiven.world.aiven.vpcs.all).toHaveLength(1);
});

test.each([{ network_cidr: "10.9.0.0/24" }, { cloud_name: "azure-northeurope" }])(
  "another %j replaces it",
  async (change) => {
    aiven.configure(vpc);
    await aiven.apply();
    aiven.configure({ aiven_project_vpc: { vpc: { ...VPC, ...change } } });
    expect((await aiven.plan()).text).toContain("aiven_project_vpc.vpc must be replaced");
  },
);

test("a VPC deleted by hand is created again", async () => {
  aiven.configure(vpc);
  await aiven.apply();
  aiven.world.aiven.vpcs.all.length = 0;
  expect((await aiven.plan()).text).toContain("aiven_project_vpc.vpc will be created");
});

test("deletion waits until the VPC is gone", async () => {
  aiven.configure(vpc);
  await aiven.apply();
  expect(await aiven.destroy()).toMatchObject({ code: 0 });
  expect(aiven.world.aiven.vpcs.all).toEqual([]);
  expect(aiven.world.added()).toEqual([]);
});

const service = (name: string) => ({ name, type: "pg", plan: "startup-4", cloudName: VPC.cloud_name });

test("a VPC with a service in it is a 409; the deletion is tried again until the service is gone", async () => {
  aiven.configure(vpc);
  await aiven.apply();
  const caller = { apiToken: "token" };
  const { services, vpcs } = aiven.world.aiven;
  services.create(caller, "my-project", { ...service("db"), projectVpcId: vpcs.all[0].id });
  aiven.world.clock.at(aiven.world.clock.now() + 60_000, () => services.delete(caller, "my-project", "db"));
  expect(await aiven.destroy()).toMatchObject({ code: 0 });
  const refused = aiven.world.journal.matching(/^DELETE .*vpcs/).filter(({ status }) => status === 409);
  expect(refused.length).toBeGreaterThan(5);
});

test("a service that stays makes the deletion time out", async () => {
  aiven.configure(vpc);
  await aiven.apply();
  const { services, vpcs } = aiven.world.aiven;
  services.create({ apiToken: "token" }, "my-project", { ...service("db"), projectVpcId: vpcs.all[0].id });
  const outcome = await aiven.destroy();
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toMatch(/Error: failed to delete resource All attempts fail: .* \[409 VpcDelete\]/);
  expect(await aiven.resource("aiven_project_vpc.vpc")).toBeDefined();
});

test("import by project and id", async () => {
  aiven.configure(vpc);
  await aiven.apply();
  const id = aiven.world.aiven.vpcs.all[0].id;
  await aiven.terraform(["state", "rm", "aiven_project_vpc.vpc"]);
  expect((await aiven.terraform(["import", "aiven_project_vpc.vpc", id])).text).toContain(
    'Expected import identifier with format: "project/project_vpc_id"',
  );
  expect(await aiven.terraform(["import", "aiven_project_vpc.vpc", `my-project/${id}`])).toMatchObject({ code: 0 });
  expect(await aiven.plan()).toMatchObject({ code: 0 });
});

describe("data.aiven_project_vpc", () => {
  const output = { cidr: { value: "${data.aiven_project_vpc.found.network_cidr}" } };
  const byCloud = { project: VPC.project, cloud_name: VPC.cloud_name };
  const look = (found: object) => aiven.configure({}, { data: { aiven_project_vpc: { found } }, output });

  function existing(): string {
    const { vpcs } = aiven.world.aiven;
    const input = { cloudName: VPC.cloud_name, networkCidr: "10.7.0.0/24" };
    return vpcs.create({ apiToken: "token" }, VPC.project, input).id;
  }

  test("by its id, with or without the project in it, and by the cloud", async () => {
    const id = existing();
    for (const found of [{ vpc_id: `${VPC.project}/${id}` }, { project: VPC.project, project_vpc_id: id }, byCloud]) {
      look(found);
      expect((await aiven.apply()).text).toContain('cidr = "10.7.0.0/24"');
    }
  });

  test("by the cloud it must be the only one", async () => {
    look(byCloud);
    expect((await aiven.plan()).text).toContain('not found project VPC with cloud_name "azure-westeurope"');
    existing();
    existing();
    expect((await aiven.plan()).text).toContain('multiple project VPC with cloud_name "azure-westeurope"');
  });

  test.each([{ project: "my-project" }, { cloud_name: "azure-westeurope" }, { ...byCloud, vpc_id: "a/b" }])(
    "%j is refused",
    async (found) => {
      look(found);
      expect((await aiven.terraform(["validate"])).text).toContain("Invalid Attribute Combination");
    },
  );
});

test("data.aiven_project knows whether a project is there", async () => {
  const output = { id: { value: "${data.aiven_project.found.id}" } };
  aiven.configure({}, { data: { aiven_project: { found: { project: "my-project" } } }, output });
  expect((await aiven.apply()).text).toContain('id = "my-project"');
  aiven.configure({}, { data: { aiven_project: { found: { project: "nobody" } } }, output });
  expect((await aiven.plan()).text).toContain("Error: project nobody not found");
});

test("data.aiven_project has the certificate of the authority that signs what the project's services show", async () => {
  const value = "${data.aiven_project.found.ca_cert}";
  const data = { aiven_project: { found: { project: "my-project" } } };
  aiven.configure({}, { data, output: { ca: { value, sensitive: true } } });
  await aiven.apply();
  const authority = new X509Certificate((await aiven.terraform(["output", "-raw", "ca"])).stdout);
  expect(authority.ca).toBe(true);

  const host = "postgres-my-project.aivencloud.com";
  const { authorities } = aiven.world.aiven;
  const service = new X509Certificate((await authorities.certificateOf({ project: "my-project", host })).cert);
  expect(service.checkIssued(authority)).toBe(true);
  expect(service.verify(authority.publicKey)).toBe(true);
  expect(service.checkHost(host)).toBe(host);
  const other = new X509Certificate((await authorities.certificateOf({ project: "other", host: "other" })).cert);
  expect(other.verify(authority.publicKey)).toBe(false);

  const refused = { status: 403, code: "Forbidden", message: "Not allowed", times: Infinity };
  aiven.world.faults.inject({ match: { cloud: "aiven", path: /\/kms\/ca$/ }, ...refused });
  await aiven.apply();
  expect((await aiven.terraform(["output", "-raw", "ca"])).stdout).toBe("");
});

test("what is not simulated is refused by its name, before anything is created", async () => {
  aiven.configure({ aiven_project_vpc: { vpc: VPC }, aiven_mysql: { mysql: {} } });
  expect((await aiven.apply()).text).toContain('does not support resource type "aiven_mysql"');
  expect(aiven.world.aiven.vpcs.all).toEqual([]);
});
