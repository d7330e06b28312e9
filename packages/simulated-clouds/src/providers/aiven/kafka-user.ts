import { clientCertificate } from "../../clouds/aiven/service-user";
import type { ServiceUser } from "../../clouds/aiven/services";
import { text, type Values } from "../../protocol/cty";
import type { ResourceBehaviour } from "../../protocol/provider-definition";
import type { AivenClient } from "./client";
import { attempt } from "./errors";
import { importParts, remove, unlessMissing } from "./framework-resource";

/** `aiven_kafka_user`. Of a write-only password no more than its version is looked at. */
export const kafkaUser: ResourceBehaviour<AivenClient> = {
  forceNew: ["project", "service_name", "username"],
  recomputed: ["access_cert", "access_key", "password", "type"],

  create(planned, { client }) {
    attempt("failed to create resource", "ServiceUserCreate", () =>
      client.api.serviceUsers.create(client.caller, ...keyOf(planned)),
    );
    if (text(planned.password) !== "") resetPassword("failed to create resource", planned, client);
    return read(planned, client);
  },

  read: (current, { client }) => unlessMissing("ServiceUserGet", () => read(current, client)),

  /** Only a password can change; without one Aiven makes another. */
  update(prior, planned, { client }) {
    const changed = (name: string) => prior[name] !== planned[name];
    if (changed("password") || changed("password_wo_version")) {
      resetPassword("failed to update resource", planned, client);
    }
    return read(planned, client);
  },

  delete(prior, { client: { api, caller } }) {
    remove("ServiceUserDelete", () => api.serviceUsers.delete(caller, ...keyOf(prior)));
  },

  importState: (id) => importParts(id, ["project", "service_name", "username"]),
};

const keyOf = ({ project, service_name: service, username }: Values) =>
  [text(project), text(service), text(username)] as const;

function resetPassword(summary: string, planned: Values, { api, caller }: AivenClient): void {
  attempt(summary, "ServiceUserCredentialsModify", () =>
    api.serviceUsers.resetPassword(caller, ...keyOf(planned), text(planned.password) || undefined),
  );
}

const read = (known: Values, { api, caller }: AivenClient): Values =>
  valuesOf(known, api.serviceUsers.get(caller, ...keyOf(known)));

/** The password that is known stays, whatever the API says; with a write-only one there is none. */
function valuesOf(known: Values, { username, type, password }: ServiceUser): Values {
  const [project, service] = keyOf(known);
  const { certificate, key } = clientCertificate(`${service}/${username}`);
  const writeOnly = (known.password_wo_version ?? null) !== null;
  return {
    id: `${project}/${service}/${username}`,
    username,
    type,
    password: writeOnly ? null : text(known.password) || password,
    access_cert: certificate,
    access_key: key,
  };
}
