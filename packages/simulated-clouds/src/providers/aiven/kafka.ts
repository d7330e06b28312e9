import { flag, text } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { clientCertificate } from "../../clouds/aiven/service-user";
import { DEFAULT_ACL_ENTRY } from "../../clouds/aiven/kafka-contents";
import { generated, isNotFound } from "./errors";
import type { ServiceKind } from "./service-values";

/** `aiven_kafka`, whose clients show a certificate. Kafka's other ports (SASL, REST, the schema registry) are not simulated. */
export const kafka: ServiceKind = {
  type: "kafka",
  forceNew: ["default_acl"],
  defaults: { default_acl: true },
  authentication: { kafka_authentication_method: "certificate", kafka_ssl_ca: "project_ca" },

  uri: ({ host, port }) => `${host}:${port}`,

  connection({ host, port, name }) {
    const { certificate, key } = clientCertificate(name);
    return {
      uris: [`${host}:${port}`],
      access_cert: certificate,
      access_key: key,
      connect_uri: "",
      rest_uri: "",
      schema_registry_uri: "",
    };
  },

  /** It is looked at when the service is created, and never again. */
  plan({ prior, planned }) {
    if (prior) planned.default_acl = prior.default_acl;
  },

  afterCreation(planned, { api, caller }) {
    if (flag(planned.default_acl)) return;
    try {
      api.kafka.deleteAclEntry(caller, text(planned.project), text(planned.service_name), DEFAULT_ACL_ENTRY.id);
    } catch (error) {
      if (isNotFound(error)) return;
      throw new Failure({
        summary: `cannot delete default wildcard kafka acl: ${generated("ServiceKafkaAclDelete", error)}`,
      });
    }
  },
};
