import { ApiError } from "../../clouds/api-error";
import type { KafkaAclEntry } from "../../clouds/aiven/kafka-contents";
import { text, type Values } from "../../protocol/cty";
import type { ResourceBehaviour } from "../../protocol/provider-definition";
import type { AivenClient } from "./client";
import { attempt } from "./errors";
import { importParts, remove, unlessMissing } from "./framework-resource";

const ARGUMENTS = ["project", "service_name", "permission", "topic", "username"];

/** `aiven_kafka_acl`: one entry, which the provider finds in the list of all. */
export const kafkaAcl: ResourceBehaviour<AivenClient> = {
  forceNew: ARGUMENTS,

  create(planned, { client: { api, caller } }) {
    const [project, service] = serviceOf(planned);
    const input = {
      permission: text(planned.permission),
      topic: text(planned.topic),
      username: text(planned.username),
    };
    const entry = attempt("failed to create resource", "ServiceKafkaAclAdd", () =>
      api.kafka
        .addAclEntry(caller, project, service, input)
        .find(
          ({ permission, topic, username }) =>
            permission === input.permission && topic === input.topic && username === input.username,
        ),
    );
    return entry ? valuesOf(planned, entry) : {};
  },

  read(current, { client: { api, caller } }) {
    const id = text(current.acl_id);
    return unlessMissing("ServiceKafkaAclList", () => {
      const entry = api.kafka.acl(caller, ...serviceOf(current)).find((candidate) => candidate.id === id);
      if (!entry) throw new ApiError(404, "NotFound", "not found");
      return valuesOf(current, entry);
    });
  },

  delete(prior, { client: { api, caller } }) {
    remove("ServiceKafkaAclDelete", () => api.kafka.deleteAclEntry(caller, ...serviceOf(prior), text(prior.acl_id)));
  },

  importState: (id) => importParts(id, ["project", "service_name", "acl_id"]),
};

const serviceOf = ({ project, service_name: service }: Values) => [text(project), text(service)] as const;

const valuesOf = ({ project, service_name }: Values, { id, ...entry }: KafkaAclEntry): Values => ({
  id: `${text(project)}/${text(service_name)}/${id}`,
  acl_id: id,
  ...entry,
});
