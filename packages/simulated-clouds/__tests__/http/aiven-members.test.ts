import type { SettingsInput } from "../../src/clouds/settings";
import { startClient, type RestClient } from "./client";

const sent = { headers: { authorization: "aivenv1 token" } };
const PROJECT = "/v1/project/my-project";
const VPC = { cloud_name: "azure-westeurope", network_cidr: "10.0.0.0/24" };
const SERVICE = { service_name: "postgres", service_type: "pg", plan: "startup-4", cloud: "azure-westeurope" };

const clients: RestClient[] = [];
afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));
async function begin(aiven: SettingsInput["aiven"]): Promise<RestClient> {
  const client = await startClient({ aiven });
  clients.push(client);
  return client;
}

/** The statuses of: a VPC, a service, the list of VPCs. */
async function using(client: RestClient): Promise<number[]> {
  const responses = [
    await client.post(`${PROJECT}/vpcs`, VPC, sent),
    await client.post(`${PROJECT}/service`, SERVICE, sent),
    await client.get(`${PROJECT}/vpcs`, sent),
  ];
  return responses.map(({ status }) => status);
}

test.each([
  ["admin", [200, 200, 200]],
  ["role:organization:admin", [200, 200, 200]],
  ["role:project:admin", [200, 200, 200]],
  ["operator", [200, 200, 200]],
  ["developer", [403, 403, 200]],
  ["read_only", [403, 403, 200]],
  ["role:services:maintenance", [403, 403, 200]],
  ["role:services:recover", [403, 403, 200]],
  ["role:project:read", [403, 403, 200]],
] as const)("a token of a project's %s", async (memberType, statuses) => {
  const client = await begin({ memberType });
  expect(await using(client)).toEqual(statuses);
  expect((await client.get("/v1/me", sent)).body.user).toMatchObject({
    project_membership: { "my-project": memberType },
  });
  expect((await client.get("/v1/project", sent)).body).toMatchObject({
    project_membership: { "my-project": memberType },
  });
  expect((await client.get(`${PROJECT}/users`, sent)).body.users).toMatchObject([
    { user_email: "deployer@customer.example", member_type: memberType },
  ]);
});

test.each([
  ["project:networking:write", [200, 403, 200]],
  ["organization:networking:write", [200, 403, 200]],
  ["project:networking:read", [403, 403, 200]],
  ["project:services:write", [403, 200, 200]],
] as const)("one that may only read, with %s besides", async (permission, statuses) => {
  const client = await begin({ memberType: "read_only", permissions: [permission] });
  expect(await using(client)).toEqual(statuses);
  expect((await client.get("/v1/me", sent)).body.user).toMatchObject({
    project_memberships: { "my-project": ["read_only", permission] },
  });
});

test("who may only read peers with nothing and removes nothing", async () => {
  const client = await begin({});
  const { body } = await client.post(`${PROJECT}/vpcs`, VPC, sent);
  client.world.settings.aiven.memberType = "read_only";
  const vpc = `${PROJECT}/vpcs/${body.project_vpc_id}`;
  const peer = Object.fromEntries(
    ["cloud_account", "vpc", "resource_group", "azure_app_id", "azure_tenant_id"].map((name) => [`peer_${name}`, "x"]),
  );
  expect(await client.post(`${vpc}/peering-connections`, peer, sent)).toMatchObject({
    status: 403,
    body: { message: "Not authorized", errors: [{ status: 403 }] },
  });
  expect((await client.delete(vpc, sent)).status).toBe(403);
  expect((await client.get(vpc, sent)).status).toBe(200);
});

test("a developer makes users of a service, who may only read makes none", async () => {
  const client = await begin({});
  await client.post(`${PROJECT}/service`, SERVICE, sent);
  const create = async (username: string) =>
    (await client.post(`${PROJECT}/service/postgres/user`, { username }, sent)).status;
  client.world.settings.aiven.memberType = "read_only";
  expect(await create("one")).toBe(403);
  client.world.settings.aiven.memberType = "developer";
  expect(await create("one")).toBe(200);
});

test("a token that nobody knows, or that has expired, opens nothing", async () => {
  const client = await begin({ tokens: ["token"] });
  const statuses = async () =>
    Promise.all(
      ["/v1/me", "/v1/project", PROJECT, `${PROJECT}/vpcs`].map(async (path) => (await client.get(path, sent)).status),
    );
  expect(await statuses()).toEqual([200, 200, 200, 200]);
  client.world.settings.aiven.tokens = ["another"];
  expect(await statuses()).toEqual([401, 401, 401, 401]);
  expect((await client.get(`${PROJECT}/clouds`, sent)).status).toBe(401);
});

test("a project of somebody else's is refused, and an absent one is not found", async () => {
  const client = await begin({ othersProjects: ["theirs"] });
  expect(await client.get("/v1/project/theirs", sent)).toMatchObject({
    status: 403,
    body: { message: "Not a project member", errors: [{ message: "Not a project member", status: 403 }] },
  });
  expect((await client.get("/v1/project/theirs/vpcs", sent)).status).toBe(403);
  expect((await client.get("/v1/project/absent", sent)).status).toBe(404);
});
