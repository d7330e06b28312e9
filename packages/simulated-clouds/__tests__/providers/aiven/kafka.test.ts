import { AivenHarness, VPC } from "../../support/aiven";

const aiven = new AivenHarness();

const KAFKA = {
  project: "my-project",
  cloud_name: VPC.cloud_name,
  plan: "business-4",
  service_name: "kafka",
  project_vpc_id: "${aiven_project_vpc.vpc.id}",
};
const WHOLE = { project: "my-project", service_name: "${aiven_kafka.kafka.service_name}" };
const TOPIC = { ...WHOLE, topic_name: "orders", partitions: 3, replication: 2 };
const USER = { ...WHOLE, username: "shop" };
const ACL = { ...WHOLE, topic: "${aiven_kafka_topic.orders.topic_name}", permission: "write", username: "shop" };

interface Changes {
  readonly kafka?: object;
  readonly topic?: object;
  readonly user?: object;
  readonly acl?: object;
}
const graph = ({ kafka, topic, user, acl }: Changes = {}) => ({
  aiven_project_vpc: { vpc: VPC },
  aiven_kafka: { kafka: { ...KAFKA, ...kafka } },
  aiven_kafka_topic: { orders: { ...TOPIC, ...topic } },
  aiven_kafka_user: { shop: { ...USER, ...user } },
  aiven_kafka_acl: { shop: { ...ACL, ...acl } },
});
const service = () => aiven.world.aiven.services.all[0];
const values = async (address: string) => (await aiven.resource(address))?.values;

/** Applies, and expects it to succeed and to leave nothing to do. */
const settle = async (changes?: Changes) => {
  aiven.configure(graph(changes));
  expect(await aiven.apply()).toMatchObject({ code: 0 });
  expect(await aiven.plan()).toMatchObject({ code: 0 });
};

test("Kafka comes with a topic, a user and an entry, has nothing left to do, and goes before its VPC", async () => {
  await settle();
  expect(await values("aiven_kafka.kafka")).toMatchObject({
    id: "my-project/kafka",
    service_type: "kafka",
    service_uri: "kafka-my-project.aivencloud.com:12691",
    service_username: "avnadmin",
    state: "RUNNING",
    default_acl: true,
    components: [{ component: "kafka", kafka_authentication_method: "certificate", route: "dynamic" }],
    kafka: [{ uris: ["kafka-my-project.aivencloud.com:12691"] }],
  });
  expect(await values("aiven_kafka_topic.orders")).toMatchObject({
    id: "my-project/kafka/orders",
    config: [],
    termination_protection: false,
  });
  expect(await values("aiven_kafka_user.shop")).toMatchObject({ id: "my-project/kafka/shop", type: "regular" });
  const [, entry] = service().acl;
  expect(entry).toMatchObject({ permission: "write", topic: "orders", username: "shop" });
  expect(await values("aiven_kafka_acl.shop")).toMatchObject({
    id: `my-project/kafka/${entry.id}`,
    acl_id: entry.id,
  });

  expect(await aiven.destroy()).toMatchObject({ code: 0 });
  expect(aiven.world.added()).toEqual([]);
});

test("without the default entry nobody is admitted who has none of their own; later it is not looked at", async () => {
  await settle({ kafka: { default_acl: false } });
  expect(service().acl.map(({ username }) => username)).toEqual(["shop"]);
  await settle({ kafka: { default_acl: true } });
  expect(service().acl).toHaveLength(1);
});

test("a topic keeps what was set for it, grows in place, and does not shrink", async () => {
  const config = [{ retention_ms: "3600000" }];
  await settle({ topic: { config, tag: [{ key: "team", value: "shop" }], topic_description: "orders" } });
  expect((await values("aiven_kafka_topic.orders"))?.config).toMatchObject([
    { retention_ms: "3600000", cleanup_policy: null },
  ]);
  await settle({ topic: { config, partitions: 6 } });
  expect(service().topics).toMatchObject([{ name: "orders", partitions: 6, config: { retention_ms: "3600000" } }]);
  aiven.configure(graph({ topic: { partitions: 1 } }));
  expect((await aiven.plan()).text).toContain("number of partitions cannot be decreased");
});

test("another number of partitions changes a topic, another name replaces it", async () => {
  await settle();
  aiven.configure(graph({ topic: { partitions: 4 } }));
  expect((await aiven.plan()).text).toContain("aiven_kafka_topic.orders will be updated in-place");
  aiven.configure(graph({ topic: { topic_name: "other" } }));
  expect((await aiven.plan()).text).toContain("aiven_kafka_topic.orders must be replaced");
});

test("a topic that somebody else has made is refused in the plan", async () => {
  await settle();
  await aiven.terraform(["state", "rm", "aiven_kafka_topic.orders"]);
  const { code, text } = await aiven.plan();
  expect(code).toBe(1);
  expect(text).toContain('topic conflict, already exists: "orders"');
});

test("a user's password is Aiven's until one is given", async () => {
  await settle();
  const password = async () => (await values("aiven_kafka_user.shop"))?.password;
  const shop = () => service().users.find(({ username }) => username === "shop")?.password;
  expect(await password()).toBe(shop());
  await settle({ user: { password: "a password" } });
  expect([await password(), shop()]).toEqual(["a password", "a password"]);
});

test("what was deleted by hand is created again", async () => {
  await settle();
  service().topics.length = 0;
  service().acl.length = 0;
  service().users.pop();
  const { code, text } = await aiven.plan();
  expect(code).toBe(2);
  for (const address of ["aiven_kafka_topic.orders", "aiven_kafka_acl.shop", "aiven_kafka_user.shop"]) {
    expect(text).toContain(`${address} will be created`);
  }
});

test("each is imported by its id", async () => {
  await settle();
  const ids = {
    "aiven_kafka.kafka": "my-project/kafka",
    "aiven_kafka_topic.orders": "my-project/kafka/orders",
    "aiven_kafka_user.shop": "my-project/kafka/shop",
    "aiven_kafka_acl.shop": `my-project/kafka/${service().acl[1].id}`,
  };
  for (const [address, id] of Object.entries(ids)) {
    await aiven.terraform(["state", "rm", address]);
    expect(await aiven.terraform(["import", address, id])).toMatchObject({ code: 0 });
  }
  // the switch of a topic that only Terraform knows
  const { text } = await aiven.plan();
  expect(text).toContain("+ termination_protection = false");
  expect(text).toContain("Plan: 0 to add, 1 to change, 0 to destroy");
  await settle();
});

test("a user that is there already is an error, and so is an entry", async () => {
  await settle();
  await aiven.terraform(["state", "rm", "aiven_kafka_user.shop", "aiven_kafka_acl.shop"]);
  const { code, text } = await aiven.apply();
  expect(code).toBe(1);
  expect(text).toContain("Error: failed to create resource");
  expect(text).toContain("[409 ServiceUserCreate]: Service user 'shop' already exists");
  expect(text).toContain("[409 ServiceKafkaAclAdd]: Identical ACL entry already exists");
});

test("the data source knows an existing service", async () => {
  await settle();
  const find = (service_name: string) => ({
    data: { aiven_kafka: { found: { project: "my-project", service_name } } },
  });
  const output = { output: { uri: { value: "${nonsensitive(data.aiven_kafka.found.service_uri)}" } } };
  aiven.configure(graph(), { ...find("kafka"), ...output });
  expect((await aiven.apply()).text).toContain('uri = "kafka-my-project.aivencloud.com:12691"');
  aiven.configure(graph(), find("none"));
  expect((await aiven.plan()).text).toContain('Error: service "none" not found in project "my-project"');
});
