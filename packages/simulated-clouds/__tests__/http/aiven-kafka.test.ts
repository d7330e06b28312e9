import { first, startClient, type RestClient } from "./client";

let client: RestClient;
beforeEach(async () => {
  client = await startClient();
  const service = { service_name: "kafka", service_type: "kafka", plan: "business-4", cloud: "azure-westeurope" };
  await client.post("/v1/project/my-project/service", service, sent);
});
afterEach(() => client.close());

const sent = { headers: { authorization: "aivenv1 token" } };
const SERVICE = "/v1/project/my-project/service/kafka";
const TOPICS_BY_NAME = "/v2/project/my-project/service/kafka/topic";
const ORDERS = { topic_name: "orders", partitions: 3, replication: 2 };

test("a Kafka service is reached by an address without a user, and with certificates", async () => {
  const { service } = (await client.get(`${SERVICE}?include_secrets=true&limit=999`, sent)).body;
  expect(service).toMatchObject({
    service_uri: "kafka-my-project.aivencloud.com:12691",
    service_uri_params: { host: "kafka-my-project.aivencloud.com", port: "12691" },
    connection_info: {
      kafka: ["kafka-my-project.aivencloud.com:12691"],
      kafka_access_cert: expect.stringMatching(/^-----BEGIN CERTIFICATE-----\n/) as string,
      kafka_access_key: expect.stringMatching(/^-----BEGIN PRIVATE KEY-----\n/) as string,
    },
    components: [{ component: "kafka", kafka_authentication_method: "certificate", kafka_ssl_ca: "project_ca" }],
    databases: [],
    users: [{ username: "avnadmin", type: "primary" }],
  });
  expect(service.service_uri_params).not.toHaveProperty("user");
});

test("a topic is made, listed, read by name, changed in what a body speaks of, and deleted", async () => {
  expect((await client.get(`${SERVICE}/topic`, sent)).body).toEqual({ topics: [] });
  const tags = [{ key: "team", value: "shop" }];
  const topic = { ...ORDERS, tags, topic_description: "what was ordered", config: { retention_ms: 7_200_000 } };
  expect((await client.post(`${SERVICE}/topic`, topic, sent)).status).toBe(200);
  expect(await client.post(`${SERVICE}/topic`, topic, sent)).toMatchObject({
    status: 409,
    body: { message: "Topic conflict, already exists" },
  });
  expect((await client.get(`${SERVICE}/topic`, sent)).body.topics).toMatchObject([
    { topic_name: "orders", state: "ACTIVE", partitions: 3, replication: 2, retention_hours: 2, tags },
  ]);

  const byName = () => client.post(TOPICS_BY_NAME, { topic_names: ["orders"] }, sent);
  const { topics } = (await byName()).body;
  expect(first(topics)).toMatchObject({
    topic_description: "what was ordered",
    min_insync_replicas: 1,
    config: { retention_ms: { source: "topic_config", value: 7_200_000 } },
  });
  expect(first(topics).partitions).toHaveLength(3);
  expect((await client.get(`${SERVICE}/topic/orders`, sent)).body.topic).toEqual(first(topics));

  await client.put(`${SERVICE}/topic/orders`, { partitions: 6, config: { min_insync_replicas: 2 } }, sent);
  const changed = first((await byName()).body.topics);
  expect(changed).toMatchObject({ replication: 2, tags, topic_description: "what was ordered", retention_hours: 2 });
  expect(changed.min_insync_replicas).toBe(2);
  expect(changed.partitions).toHaveLength(6);

  expect((await client.delete(`${SERVICE}/topic/orders`, sent)).status).toBe(200);
  expect((await client.get(`${SERVICE}/topic/orders`, sent)).status).toBe(404);
});

test("one topic that is missing makes a list by name fail", async () => {
  await client.post(`${SERVICE}/topic`, ORDERS, sent);
  expect(await client.post(TOPICS_BY_NAME, { topic_names: ["orders", "invoices"] }, sent)).toMatchObject({
    status: 404,
    body: { message: "Topic not found", errors: [{ message: "Topic not found", status: 404 }] },
  });
});

test("a service admits everybody until its entry is deleted, and then whom an entry names", async () => {
  const everybody = { id: "default", permission: "admin", topic: "*", username: "*" };
  expect((await client.get(`${SERVICE}/acl`, sent)).body).toEqual({ acl: [everybody] });
  const shop = { permission: "readwrite", topic: "orders", username: "shop" };
  const { acl } = (await client.post(`${SERVICE}/acl`, shop, sent)).body;
  expect(acl).toEqual([everybody, { ...shop, id: expect.stringMatching(/^acl/) as string }]);
  const [, { id }] = acl as unknown as { id: string }[];
  expect((await client.delete(`${SERVICE}/acl/default`, sent)).body).toEqual({ acl: [{ ...shop, id }] });
  expect((await client.delete(`${SERVICE}/acl/default`, sent)).status).toBe(404);
});

test("nobody has a right to the schema registry, which is not simulated", async () => {
  const path = `${SERVICE}/kafka/schema-registry/acl`;
  expect((await client.get(path, sent)).body).toEqual({ acl: [] });
  expect(await client.delete(`${path}/default-sr-admin-config`, sent)).toMatchObject({
    status: 404,
    body: { message: "ACL entry does not exist" },
  });
});

test("a user has a certificate and a password that can be set, or made by Aiven", async () => {
  const { user } = (await client.post(`${SERVICE}/user`, { username: "shop" }, sent)).body;
  expect(user).toMatchObject({
    username: "shop",
    type: "regular",
    password: expect.stringMatching(/^AVNS_/) as string,
    access_cert: expect.stringMatching(/^-----BEGIN CERTIFICATE-----\n/) as string,
    access_key: expect.stringMatching(/^-----BEGIN PRIVATE KEY-----\n/) as string,
  });
  const path = `${SERVICE}/user/shop`;
  expect((await client.get(path, sent)).body.user).toEqual(user);
  const reset = (rest = {}) => client.put(path, { operation: "reset-credentials", ...rest }, sent);
  const { service } = (await reset({ new_password: "Horse battery 1" })).body;
  expect(service.users).toMatchObject([{ username: "avnadmin" }, { username: "shop", password: "Horse battery 1" }]);
  await reset();
  expect((await client.get(path, sent)).body.user.password).toMatch(/^AVNS_/);
  expect((await client.delete(path, sent)).status).toBe(200);
  expect((await client.get(path, sent)).status).toBe(404);
});

test("what is Kafka's is refused of another service", async () => {
  const service = { service_name: "postgres", service_type: "pg", plan: "startup-4", cloud: "azure-westeurope" };
  await client.post("/v1/project/my-project/service", service, sent);
  for (const part of ["topic", "acl", "kafka/schema-registry/acl"]) {
    expect((await client.get(`/v1/project/my-project/service/postgres/${part}`, sent)).status).toBe(400);
  }
});
