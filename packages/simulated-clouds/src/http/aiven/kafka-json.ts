import type { KafkaTopic } from "../../clouds/aiven/kafka-contents";
import type { Json, JsonObject } from "../../clouds/json";

/** A topic as a list shows it, with the number of its partitions. */
export const topicInListJson = (topic: KafkaTopic): JsonObject => ({ ...common(topic), partitions: topic.partitions });

/** A topic by itself: each partition, and which setting comes from where; Kafka's own defaults are left out. */
export const topicJson = (topic: KafkaTopic): JsonObject => ({
  ...common(topic),
  partitions: Array.from({ length: topic.partitions }, (_, partition) => ({
    partition,
    isr: topic.replication,
    earliest_offset: 0,
    latest_offset: 0,
    size: 0,
    consumer_groups: [],
  })),
  config: Object.fromEntries(
    Object.entries(topic.config as JsonObject).map(([name, value]) => [
      name,
      { source: "topic_config", value, synonyms: [] },
    ]),
  ),
});

function common({ name, replication, description, ownerUserGroupId, tags, config }: KafkaTopic): JsonObject {
  const settings = config as JsonObject;
  const setOr = (setting: string, standard: Json): Json => settings[setting] ?? standard;
  const retention = setOr("retention_ms", WEEK);
  return {
    topic_name: name,
    state: "ACTIVE",
    replication,
    topic_description: description ?? "",
    owner_user_group_id: ownerUserGroupId ?? "",
    tags: tags.map((tag) => ({ ...tag })),
    // https://kafka.apache.org/documentation/#topicconfigs
    cleanup_policy: setOr("cleanup_policy", "delete"),
    min_insync_replicas: setOr("min_insync_replicas", 1),
    retention_bytes: setOr("retention_bytes", -1),
    retention_hours: typeof retention === "number" && retention >= 0 ? Math.floor(retention / HOUR) : -1,
  };
}

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
