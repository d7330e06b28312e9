import { ApiError } from "../../clouds/api-error";
import type { KafkaAclEntry, KafkaTopic, KafkaTopicInput } from "../../clouds/aiven/kafka-contents";
import { maybeText, object, objects, text, texts, type JsonObject } from "../../clouds/json";
import { ok, route, type Request, type Route } from "../router";
import type { AivenRouteContext } from "../context";
import { topicInListJson, topicJson } from "./kafka-json";

const SERVICE = "/v1/project/:project/service/:service";

/** What Kafka services hold: topics and the entries that say who may use them. */
export function kafkaRoutes({ world, caller }: AivenRouteContext): Route[] {
  const { kafka } = world.aiven;
  const key = (request: Request) => [caller(request), request.at.project, request.at.service] as const;
  const topicOf = (request: Request, name: string): KafkaTopic => {
    const topic = kafka.topics(...key(request)).find((candidate) => candidate.name === name);
    // assumed: the text
    if (!topic) throw new ApiError(404, "NotFound", "Topic not found");
    return topic;
  };
  return [
    route("GET", `${SERVICE}/topic`, (request) => ok({ topics: kafka.topics(...key(request)).map(topicInListJson) })),
    route("POST", `${SERVICE}/topic`, (request) => {
      const { body } = request;
      kafka.createTopic(...key(request), text(body.topic_name), topicInput(body));
      return ok({ message: "created" });
    }),
    // one that is missing makes the whole list fail
    route("POST", "/v2/project/:project/service/:service/topic", (request) =>
      ok({ topics: texts(request.body.topic_names).map((name) => topicJson(topicOf(request, name))) }),
    ),
    route("GET", `${SERVICE}/topic/:topic`, (request) => ok({ topic: topicJson(topicOf(request, request.at.topic)) })),
    route("PUT", `${SERVICE}/topic/:topic`, (request) => {
      const { body, at } = request;
      kafka.updateTopic(...key(request), at.topic, topicInput(body, topicOf(request, at.topic)));
      return ok({ message: "updated" });
    }),
    route("DELETE", `${SERVICE}/topic/:topic`, (request) => {
      kafka.deleteTopic(...key(request), request.at.topic);
      return ok({ message: "deleted" });
    }),

    route("GET", `${SERVICE}/acl`, (request) => ok(aclJson(kafka.acl(...key(request))))),
    route("POST", `${SERVICE}/acl`, (request) => {
      const { permission, topic, username } = request.body;
      const entry = { permission: text(permission), topic: text(topic), username: text(username) };
      return ok(aclJson(kafka.addAclEntry(...key(request), entry)));
    }),
    route("DELETE", `${SERVICE}/acl/:entry`, (request) => {
      kafka.deleteAclEntry(...key(request), request.at.entry);
      return ok(aclJson(kafka.acl(...key(request))));
    }),
    // The schema registry is not simulated, so nobody has a right to it. assumed: the text
    route("GET", `${SERVICE}/kafka/schema-registry/acl`, (request) => {
      kafka.acl(...key(request));
      return ok({ acl: [] });
    }),
    route("DELETE", `${SERVICE}/kafka/schema-registry/acl/:entry`, (request) => {
      kafka.acl(...key(request));
      throw new ApiError(404, "NotFound", "ACL entry does not exist");
    }),
  ];
}

const aclJson = (acl: readonly KafkaAclEntry[]): JsonObject => ({ acl: acl.map((entry) => ({ ...entry })) });

/** What the body does not speak of stays as it was. assumed: a topic that is created with one partition, on two brokers */
function topicInput(body: JsonObject, before: KafkaTopicInput = NEW_TOPIC): KafkaTopicInput {
  const number = (value: unknown, known: number): number => (typeof value === "number" ? value : known);
  const has = (name: string): boolean => body[name] !== undefined;
  return {
    partitions: number(body.partitions, before.partitions),
    replication: number(body.replication, before.replication),
    description: has("topic_description") ? maybeText(body.topic_description) : before.description,
    ownerUserGroupId: has("owner_user_group_id") ? maybeText(body.owner_user_group_id) : before.ownerUserGroupId,
    tags: has("tags")
      ? objects(body.tags).map(({ key, value }) => ({ key: text(key), value: text(value) }))
      : before.tags,
    config: object(body.config),
  };
}

const NEW_TOPIC: KafkaTopicInput = { partitions: 1, replication: 2, tags: [], config: {} };
