export interface KafkaTopicInput {
  readonly partitions: number;
  readonly replication: number;
  readonly description?: string;
  readonly ownerUserGroupId?: string;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  /** What was set for this topic; all else is Kafka's default. */
  readonly config: Readonly<Record<string, unknown>>;
}

export interface KafkaTopic extends KafkaTopicInput {
  readonly name: string;
}

/** Who may do what with which topics; names of users and topics may hold `*` and `?`. */
export interface KafkaAclEntry {
  readonly id: string;
  readonly permission: string;
  readonly topic: string;
  readonly username: string;
}

/**
 * What a new service admits: everybody to everything. The provider deletes it by this id where `default_acl` is false.
 * assumed: that the user is the wildcard; the provider calls the entry the default wildcard ACL
 */
export const DEFAULT_ACL_ENTRY: KafkaAclEntry = { id: "default", permission: "admin", topic: "*", username: "*" };
