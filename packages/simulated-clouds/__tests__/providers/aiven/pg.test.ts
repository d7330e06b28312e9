import { AivenHarness, VPC } from "../../support/aiven";

const aiven = new AivenHarness();
const ADDRESS = "aiven_pg.db";

const db = {
  project: "my-project",
  cloud_name: VPC.cloud_name,
  plan: "startup-4",
  service_name: "db",
  project_vpc_id: "${aiven_project_vpc.vpc.id}",
};
const graph = (change: object = {}) => ({ aiven_project_vpc: { vpc: VPC }, aiven_pg: { db: { ...db, ...change } } });
const service = () => aiven.world.aiven.services.all[0];

test("a service in a VPC has a private address, and the next plan is empty", async () => {
  aiven.configure(graph({ pg_user_config: [{ ip_filter_string: ["10.1.0.0/16"] }] }));
  expect(await aiven.apply()).toMatchObject({ code: 0 });
  expect(service()).toMatchObject({ state: "RUNNING", address: "10.0.0.4" });
  expect((await aiven.resource(ADDRESS))?.values).toMatchObject({
    id: "my-project/db",
    project_vpc_id: `my-project/${aiven.world.aiven.vpcs.all[0].id}`,
    service_host: "db-my-project.aivencloud.com",
    state: "RUNNING",
    termination_protection: false,
    pg: [{ host: "db-my-project.aivencloud.com", sslmode: "require" }],
  });
  expect(await aiven.plan()).toMatchObject({ code: 0 });
});

test("what it returns is unknown at plan", async () => {
  aiven.configure(graph(), { output: { uri: { value: "${aiven_pg.db.pg[0].uri}", sensitive: true } } });
  const outcome = await aiven.plan();
  expect(outcome).toMatchObject({ code: 2 });
  expect(outcome.text).toContain("service_host = (known after apply)");
});

test("a VPC by its uuid alone passes the plan, and fails in apply", async () => {
  const bare = { project_vpc_id: "${aiven_project_vpc.vpc.project_vpc_id}" };
  const message =
    "Error: error getting project VPC ID: invalid project_vpc_id, should have the following format " +
    "{project_name}/{project_vpc_id}";
  aiven.configure(graph(bare));
  expect(await aiven.plan()).toMatchObject({ code: 2 });
  expect((await aiven.apply()).text).toContain(message);
  expect(aiven.world.aiven.services.all).toEqual([]);

  aiven.configure(graph());
  expect(await aiven.apply()).toMatchObject({ code: 0 });
  aiven.configure(graph(bare));
  expect((await aiven.plan()).text).toContain("aiven_pg.db will be updated in-place");
  expect((await aiven.apply()).text).toContain(message);
});

test("a service that moves into a VPC serves where it was until it is there", async () => {
  aiven.start({ aiven: { serviceCreation: 300 } });
  aiven.configure(graph({ project_vpc_id: null }));
  await aiven.apply();
  expect(service()).toMatchObject({ address: "203.0.113.10", state: "RUNNING" });

  aiven.configure(graph());
  expect(await aiven.apply()).toMatchObject({ code: 0 });
  // looks after 10 seconds, then five apart: it does not wait for the end of the move
  expect(aiven.secondsBetween(/^PUT .*service/, /^GET .*service/)).toBe(30);
  expect(service()).toMatchObject({ address: "203.0.113.10", serves: true, state: "REBUILDING" });
  expect((await aiven.resource(ADDRESS))?.values).toMatchObject({ state: "REBUILDING" });
  await aiven.world.clock.advance(300_000);
  expect(service()).toMatchObject({ address: "10.0.0.4", state: "RUNNING" });
  expect(await aiven.plan()).toMatchObject({ code: 0 });
});

test("public access gives a service in a VPC a second host name, which leads to the internet", async () => {
  const components = async () => (await aiven.resource(ADDRESS))?.values.components;
  aiven.configure(graph());
  await aiven.apply();
  expect(await components()).toMatchObject([{ host: "db-my-project.aivencloud.com", route: "dynamic" }]);
  aiven.configure(graph({ pg_user_config: [{ public_access: [{ pg: true }] }] }));
  await aiven.apply();
  expect(await components()).toMatchObject([
    { host: "db-my-project.aivencloud.com", route: "dynamic" },
    { host: "public-db-my-project.aivencloud.com", route: "public" },
  ]);
  const { network } = aiven.world;
  expect(network.resolve("db-my-project.aivencloud.com")).toEqual(["10.0.0.4"]);
  expect(network.resolve("public-db-my-project.aivencloud.com")).toEqual(["203.0.113.10"]);
});

test("leaving the VPC migrates the service in place", async () => {
  aiven.configure(graph());
  await aiven.apply();
  aiven.configure(graph({ project_vpc_id: null }));
  expect((await aiven.plan()).text).toContain("aiven_pg.db will be updated in-place");
  expect(await aiven.apply()).toMatchObject({ code: 0 });
  await aiven.world.clock.advance(aiven.world.settings.aiven.serviceCreation * 1000);
  expect(service()).toMatchObject({ projectVpcId: undefined, address: "203.0.113.10" });
  expect(await aiven.plan()).toMatchObject({ code: 0 });
});

test("another name replaces it, another plan does not", async () => {
  aiven.configure(graph());
  await aiven.apply();
  aiven.configure(graph({ service_name: "other" }));
  expect((await aiven.plan()).text).toContain("aiven_pg.db must be replaced");
  aiven.configure(graph({ plan: "business-4" }));
  expect((await aiven.plan()).text).toContain("aiven_pg.db will be updated in-place");
  await aiven.apply();
  expect(service()).toMatchObject({ plan: "business-4" });
});

test("a VPC that is not ACTIVE yet takes no service", async () => {
  aiven.start({ aiven: { vpcCreation: 7200 } });
  const input = { cloudName: VPC.cloud_name, networkCidr: "10.0.0.0/24" };
  const { id } = aiven.world.aiven.vpcs.create({ apiToken: "token" }, "my-project", input);
  aiven.configure({ aiven_pg: { db: { ...db, project_vpc_id: `my-project/${id}` } } });
  expect((await aiven.apply()).text).toContain(
    "Error: error creating a service: [409 ServiceCreate]: VPC is not active",
  );
});

test("a protected service cannot be deleted", async () => {
  aiven.configure(graph({ termination_protection: true }));
  await aiven.apply();
  const outcome = await aiven.destroy();
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toContain("Error: error deleting a service: [403 ServiceDelete]");
  expect(aiven.world.aiven.services.all).toHaveLength(1);
});

test("destroy removes the service before its VPC", async () => {
  aiven.configure(graph());
  await aiven.apply();
  expect(await aiven.destroy()).toMatchObject({ code: 0 });
  const deletions = aiven.world.journal.matching(/^DELETE/).filter(({ cloud }) => cloud === "aiven");
  expect(deletions.map(({ path, status }) => `${path.split("/").at(-2)} ${status}`)).toEqual([
    "service 200",
    "vpcs 200",
  ]);
  expect(aiven.world.added()).toEqual([]);
});

test("a service counts as there, and as gone, once it was seen so five times", async () => {
  aiven.start({ aiven: { serviceCreation: 20 } });
  aiven.configure(graph());
  await aiven.apply();
  // looks after 10 and 15 seconds, then ten seconds apart, RUNNING from the third on
  expect(aiven.secondsBetween(/^POST .*service$/, /^GET .*service/)).toBe(65);
  await aiven.destroy();
  // looks after 10 seconds, then five apart
  expect(aiven.secondsBetween(/^DELETE .*service/, /^DELETE .*\/v1.*\/vpcs/)).toBe(30);
});

test("a service deleted by hand is created again; import by its id", async () => {
  aiven.configure(graph());
  await aiven.apply();
  await aiven.terraform(["state", "rm", ADDRESS]);
  expect(await aiven.terraform(["import", ADDRESS, "my-project/db"])).toMatchObject({ code: 0 });
  expect(await aiven.plan()).toMatchObject({ code: 0 });
  aiven.world.aiven.services.all.length = 0;
  expect((await aiven.plan()).text).toContain("aiven_pg.db will be created");
});

test("the data source knows an existing service", async () => {
  aiven.world.aiven.services.create({ apiToken: "token" }, "my-project", {
    name: "db",
    type: "pg",
    plan: "startup-4",
    cloudName: VPC.cloud_name,
  });
  const output = { host: { value: "${data.aiven_pg.found.service_host}" } };
  const look = (service_name: string) =>
    aiven.configure({}, { data: { aiven_pg: { found: { project: "my-project", service_name } } }, output });
  look("db");
  expect((await aiven.apply()).text).toContain('host = "db-my-project.aivencloud.com"');
  look("none");
  expect((await aiven.plan()).text).toContain('Error: service "none" not found in project "my-project"');
});
