import { clientCertificate } from "../../clouds/aiven/service-user";
import { SERVICE_DATABASE } from "../../clouds/aiven/service-user";
import type { Service, ServiceUser } from "../../clouds/aiven/services";
import type { JsonObject } from "../../clouds/json";
import { topicInListJson } from "./kafka-json";

/** A service as the API shows it. A backup is there as soon as it runs. */
export function serviceJson(service: Service, now: string): JsonObject {
  const { name, type, plan, cloudName, projectVpcId, terminationProtection, userConfig, host, port, state } = service;
  return {
    service_name: name,
    service_type: type,
    service_type_description: type,
    plan,
    cloud_name: cloudName,
    group_list: ["default"],
    project_vpc_id: projectVpcId ?? null,
    state,
    termination_protection: terminationProtection ?? false,
    user_config: (userConfig ?? {}) as JsonObject,
    create_time: now,
    update_time: now,
    node_count: 1,
    node_cpu_count: 2,
    node_memory_mb: 4096,
    node_states: [],
    disk_space_mb: 81920,
    maintenance: { dow: "monday", enabled: true, time: "03:00:00", updates: [] },
    backups: state === "RUNNING" ? [{ backup_name: `${name}-simulated`, backup_time: now, data_size: 1 }] : [],
    components: [
      {
        component: type,
        host,
        port,
        route: projectVpcId === undefined ? "public" : "dynamic",
        ssl: true,
        usage: "primary",
        ...(type === "kafka" ? { kafka_authentication_method: "certificate", kafka_ssl_ca: "project_ca" } : {}),
      },
    ],
    connection_pools: [],
    databases: type === "pg" ? [SERVICE_DATABASE] : [],
    features: {},
    metadata: {},
    service_integrations: [],
    service_notifications: [],
    ...(type === "kafka" ? kafkaConnection(service) : postgresqlConnection(service)),
    tags: {},
    tech_emails: [],
    users: service.users.map((user) => userJson(service, user)),
  };
}

/** Each user of a Kafka service has a certificate, beside a password for SASL. */
export function userJson({ type: service, name }: Service, { username, type, password }: ServiceUser): JsonObject {
  if (service !== "kafka") return { username, password, type };
  const { certificate, key } = clientCertificate(`${name}/${username}`);
  return { username, password, type, access_cert: certificate, access_key: key };
}

function postgresqlConnection({ type, host, port, users }: Service): JsonObject {
  const [{ username: user, password }] = users;
  const uri = `postgres://${user}:${password}@${host}:${port}/${SERVICE_DATABASE}?sslmode=require`;
  const params = { dbname: SERVICE_DATABASE, host, password, port: String(port), sslmode: "require", user };
  return {
    connection_info: type === "pg" ? { pg: [uri], pg_params: [params] } : {},
    service_uri: uri,
    service_uri_params: params,
  };
}

/** There is no user in a Kafka service's address. */
function kafkaConnection({ host, port, name, acl, topics }: Service): JsonObject {
  const address = `${host}:${port}`;
  const { certificate, key } = clientCertificate(name);
  return {
    connection_info: { kafka: [address], kafka_access_cert: certificate, kafka_access_key: key },
    service_uri: address,
    service_uri_params: { host, port: String(port) },
    acl: acl.map((entry) => ({ ...entry })),
    topics: topics.map(topicInListJson),
  };
}
