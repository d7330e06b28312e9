import { ApiError } from "../../clouds/api-error";
import type { KafkaTopic, KafkaTopicInput } from "../../clouds/aiven/kafka-contents";
import { firstBlock, flag, isUnknown, text, type Value, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { Change, ResourceBehaviour } from "../../protocol/provider-definition";
import type { AivenClient } from "./client";
import { attempt, isNotFound } from "./errors";
import { importParts, remove, unlessMissing } from "./framework-resource";

/** `aiven_kafka_topic`. What was sent is what the state holds until it is read: the provider does not read what it has written. */
export const kafkaTopic: ResourceBehaviour<AivenClient> = {
  forceNew: ["project", "service_name", "topic_name"],
  defaults: { termination_protection: false },
  plan: (change, { client }) => plan(change, client),

  create(planned, { client: { api, caller } }) {
    const [project, service, topic] = keyOf(planned);
    attempt("failed to create resource", "ServiceKafkaTopicCreate", () =>
      api.kafka.createTopic(caller, project, service, topic, inputOf(planned)),
    );
    return written(planned);
  },

  read(current, { client: { api, caller } }) {
    const [project, service, name] = keyOf(current);
    return unlessMissing("ServiceKafkaTopicListV2", () => {
      const topic = api.kafka.topics(caller, project, service).find((candidate) => candidate.name === name);
      if (!topic) throw new ApiError(404, "NotFound", "Topic not found");
      return valuesOf(current, topic);
    });
  },

  update(_prior, planned, { client: { api, caller } }) {
    attempt("failed to update resource", "ServiceKafkaTopicUpdate", () =>
      api.kafka.updateTopic(caller, ...keyOf(planned), inputOf(planned)),
    );
    return written(planned);
  },

  delete(prior, { client: { api, caller } }) {
    if (flag(prior.termination_protection)) {
      // the real provider says it in the plan already
      const detail = "The resource `aiven_kafka_topic` has termination protection enabled and cannot be deleted.";
      throw new Failure({ summary: "Error Deleting Resource", detail });
    }
    remove("ServiceKafkaTopicDelete", () => api.kafka.deleteTopic(caller, ...keyOf(prior)));
  },

  importState: (id) => importParts(id, ["project", "service_name", "topic_name"]),
};

/** The number of partitions only grows, and a new topic must not be there yet; both are checked in the plan. */
function plan({ prior, planned }: Change, { api, caller }: AivenClient): void {
  const failure = (detail: string) => new Failure({ summary: "failed to modify plan", detail });
  if (prior) {
    if (!isUnknown(planned.partitions) && Number(planned.partitions) < Number(prior.partitions)) {
      throw failure("number of partitions cannot be decreased");
    }
    return;
  }
  const [project, service, name] = keyOf(planned);
  try {
    const topics = api.kafka.topics(caller, project, service);
    if (topics.some((topic) => topic.name === name)) throw failure(`topic conflict, already exists: "${name}"`);
  } catch (error) {
    // a service that is not there yet has no topics
    if (!isNotFound(error)) throw error;
  }
}

const keyOf = ({ project, service_name: service, topic_name: topic }: Values) =>
  [text(project), text(service), text(topic)] as const;

const inputOf = (planned: Values): KafkaTopicInput => ({
  partitions: Number(planned.partitions),
  replication: Number(planned.replication),
  description: text(planned.topic_description) || undefined,
  ownerUserGroupId: text(planned.owner_user_group_id) || undefined,
  tags: (Array.isArray(planned.tag) ? (planned.tag as Values[]) : []).map(({ key, value }) => ({
    key: text(key),
    value: text(value),
  })),
  config: knownOf(firstBlock(planned.config)),
});

const knownOf = (config: Values = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null && !isUnknown(value)));

/** What is left unknown in the configuration of a topic is null until it is read. */
function written(planned: Values): Values {
  const config = firstBlock(planned.config);
  const settled = (value: Value): Value => (isUnknown(value) ? null : value);
  return {
    id: keyOf(planned).join("/"),
    ...(config && {
      config: [Object.fromEntries(Object.entries(config).map(([name, value]) => [name, settled(value)]))],
    }),
  };
}

function valuesOf(current: Values, { name, partitions, replication, config, ...topic }: KafkaTopic): Values {
  const [project, service] = keyOf(current);
  const known = firstBlock(current.config);
  return {
    id: `${project}/${service}/${name}`,
    topic_name: name,
    partitions,
    replication,
    topic_description: topic.description ?? null,
    owner_user_group_id: topic.ownerUserGroupId ?? null,
    tag: topic.tags.map(({ key, value }) => ({ key, value: value || null })),
    config: Object.keys(config).length === 0 ? [] : [{ ...emptied(known), ...(config as Values) }],
  };
}

const emptied = (known: Values = {}): Values => Object.fromEntries(Object.keys(known).map((name) => [name, null]));
