import { randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import type { Caller, Gateway } from "./gateway";
import type { KafkaAclEntry, KafkaTopic, KafkaTopicInput } from "./kafka-contents";
import type { Service, Services } from "./services";

/**
 * What is kept in Kafka services.
 * assumed: a topic is listed, and an entry holds, as soon as it is made; Aiven may take up to a minute
 */
export class Kafka {
  constructor(
    private readonly gateway: Gateway,
    private readonly services: Services,
  ) {}

  createTopic(caller: Caller, project: string, service: string, name: string, input: KafkaTopicInput): void {
    this.gateway.call(caller, "POST", project, `/service/${service}/topic`, () => {
      const { topics } = this.find(project, service);
      if (topics.some((topic) => topic.name === name)) {
        throw new ApiError(409, "ServiceKafkaTopicCreate", "Topic conflict, already exists");
      }
      topics.push({ ...input, name });
    });
  }

  topics(caller: Caller, project: string, service: string): readonly KafkaTopic[] {
    return this.gateway.call(caller, "GET", project, `/service/${service}/topic`, () => [
      ...this.find(project, service).topics,
    ]);
  }

  /** What is not named in its configuration stays as it was. */
  updateTopic(caller: Caller, project: string, service: string, name: string, input: KafkaTopicInput): void {
    this.gateway.call(caller, "PUT", project, `/service/${service}/topic/${name}`, () => {
      const { topics } = this.find(project, service);
      const index = indexOf(topics, name);
      topics[index] = { ...input, name, config: { ...topics[index].config, ...input.config } };
    });
  }

  deleteTopic(caller: Caller, project: string, service: string, name: string): void {
    this.gateway.call(caller, "DELETE", project, `/service/${service}/topic/${name}`, () => {
      const { topics } = this.find(project, service);
      topics.splice(indexOf(topics, name), 1);
    });
  }

  addAclEntry(
    caller: Caller,
    project: string,
    service: string,
    input: Omit<KafkaAclEntry, "id">,
  ): readonly KafkaAclEntry[] {
    return this.gateway.call(caller, "POST", project, `/service/${service}/acl`, () => {
      const { acl } = this.find(project, service);
      const same = ({ permission, topic, username }: KafkaAclEntry) =>
        permission === input.permission && topic === input.topic && username === input.username;
      // assumed: status and text; the provider takes an entry to be the only one of its kind
      if (acl.some(same)) throw new ApiError(409, "ServiceKafkaAclAdd", "Identical ACL entry already exists");
      // assumed: the form of an id
      acl.push({ ...input, id: `acl${randomUUID().replaceAll("-", "").slice(0, 8)}` });
      return [...acl];
    });
  }

  acl(caller: Caller, project: string, service: string): readonly KafkaAclEntry[] {
    return this.gateway.call(caller, "GET", project, `/service/${service}/acl`, () => [
      ...this.find(project, service).acl,
    ]);
  }

  deleteAclEntry(caller: Caller, project: string, service: string, id: string): void {
    this.gateway.call(caller, "DELETE", project, `/service/${service}/acl/${id}`, () => {
      const { acl } = this.find(project, service);
      const index = acl.findIndex((entry) => entry.id === id);
      if (index < 0) throw new ApiError(404, "ServiceKafkaAclDelete", "ACL entry does not exist");
      acl.splice(index, 1);
    });
  }

  private find(project: string, name: string): Service {
    const service = this.services.find(project, name);
    // assumed: status and text
    if (service.type !== "kafka") throw new ApiError(400, "BadRequest", `Service ${name} is no Kafka service`);
    return service;
  }
}

function indexOf(topics: readonly KafkaTopic[], name: string): number {
  const index = topics.findIndex((topic) => topic.name === name);
  if (index < 0) throw new ApiError(404, "NotFound", "Topic not found");
  return index;
}
