import { minutes } from "../../src/clouds/clock";
import { startClient, type RestClient } from "./client";

let client: RestClient;
beforeEach(async () => (client = await startClient()));
afterEach(() => client.close());

const sent = { headers: { authorization: "aivenv1 token" } };
const PROJECT = "/v1/project/my-project";
const VPC = { cloud_name: "azure-westeurope", network_cidr: "10.0.0.0/24" };

test("what is refused has Aiven's form, without a token, a project or a sensible range", async () => {
  const unauthorized = { message: "Missing (expired) db token", status: 401 };
  expect(await client.get(`${PROJECT}/vpcs?limit=999`)).toMatchObject({
    status: 401,
    body: { message: unauthorized.message, errors: [unauthorized] },
  });
  expect((await client.get("/v1/project")).status).toBe(401);
  expect(await client.get("/v1/project/other", sent)).toMatchObject({
    status: 404,
    body: { message: "Project does not exist" },
  });
  expect(await client.post(`${PROJECT}/vpcs`, { ...VPC, network_cidr: "10.0.0.0/16" }, sent)).toMatchObject({
    status: 400,
    body: { message: "Network prefix length must be between 20 and 24 inclusive" },
  });
  const { body } = await client.post(`${PROJECT}/vpcs`, VPC, sent);
  const missing = await client.post(`${PROJECT}/vpcs/${body.project_vpc_id}/peering-connections`, {}, sent);
  expect(missing).toMatchObject({ status: 400, body: { message: "Missing required parameter: peer_cloud_account" } });
});

test("projects, clouds and the token's owner can be read", async () => {
  expect((await client.get(PROJECT, sent)).body.project).toMatchObject({ project_name: "my-project" });
  expect((await client.get("/v1/project", sent)).body.projects).toHaveLength(1);
  expect((await client.get(`${PROJECT}/kms/ca`, sent)).body.certificate).toMatch(/^-----BEGIN CERTIFICATE-----/);
  expect((await client.get("/v1/project/other/kms/ca", sent)).status).toBe(404);
  const { clouds } = (await client.get(`${PROJECT}/clouds`, sent)).body;
  expect(clouds).toContainEqual(expect.objectContaining({ cloud_name: "azure-france-central" }));
  expect((await client.get("/v1/me", sent)).body.user).toMatchObject({ state: "active" });
  expect((await client.get("/v1/access_token", sent)).body.tokens).toMatchObject([{ currently_active: true }]);
});

test("a service in a VPC runs after a while, with a backup, and is moved and protected by what an update speaks of", async () => {
  const { body } = await client.post(`${PROJECT}/vpcs`, VPC, sent);
  await client.world.clock.advance(minutes(2));
  const service = { service_name: "postgres", service_type: "pg", plan: "startup-4", cloud: "azure-westeurope" };
  const created = await client.post(`${PROJECT}/service`, { ...service, project_vpc_id: body.project_vpc_id }, sent);
  expect(created.body.service).toMatchObject({ state: "REBUILDING", backups: [], project_vpc_id: body.project_vpc_id });
  const path = `${PROJECT}/service/postgres`;
  const running = await client.until(`${path}?limit=999`, (found) => found.body.service.state === "RUNNING", sent);
  expect(running.body.service).toMatchObject({
    backups: [{ data_size: 1 }],
    service_uri_params: { host: "postgres-my-project.aivencloud.com", user: "avnadmin", sslmode: "require" },
    components: [{ component: "pg", route: "dynamic" }],
  });
  await client.put(path, { termination_protection: true, user_config: { ip_filter: ["10.0.0.0/8"] } }, sent);
  expect((await client.get(path, sent)).body.service).toMatchObject({
    termination_protection: true,
    plan: "startup-4",
    project_vpc_id: body.project_vpc_id,
    user_config: { ip_filter: ["10.0.0.0/8"] },
  });
  expect((await client.delete(path, sent)).status).toBe(403);
  expect((await client.delete(`${PROJECT}/vpcs/${body.project_vpc_id}`, sent)).status).toBe(409);
  await client.put(path, { termination_protection: false }, sent);
  expect((await client.delete(path, sent)).status).toBe(200);
  expect((await client.get(`${PROJECT}/service`, sent)).body.services).toEqual([]);
});

test("tags of a service are kept, and a plan has a size", async () => {
  const service = { service_name: "postgres", service_type: "pg", plan: "startup-4", cloud: "azure-westeurope" };
  await client.post(`${PROJECT}/service`, service, sent);
  await client.put(`${PROJECT}/service/postgres/tags`, { tags: { team: "data" } }, sent);
  expect((await client.get(`${PROJECT}/service/postgres/tags`, sent)).body.tags).toEqual({ team: "data" });
  const plan = await client.get(`${PROJECT}/service-types/pg/plans/startup-4`, sent);
  expect(plan.body.disk_space_mb).toBeGreaterThan(0);
});
