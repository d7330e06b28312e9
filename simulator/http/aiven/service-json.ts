import { SERVICE_DATABASE, SERVICE_USER, servicePassword } from "../../clouds/aiven/service-user";
import type { Service } from "../../clouds/aiven/services";
import type { JsonObject } from "../json";

/** A service as the API shows it. A backup is there as soon as it runs. */
export function serviceJson(service: Service, now: string): JsonObject {
  const { name, type, plan, cloudName, projectVpcId, terminationProtection, userConfig, host, port, state } = service;
  const password = servicePassword(service);
  const uri = `postgres://${SERVICE_USER}:${password}@${host}:${port}/${SERVICE_DATABASE}?sslmode=require`;
  const params = {
    dbname: SERVICE_DATABASE,
    host,
    password,
    port: String(port),
    sslmode: "require",
    user: SERVICE_USER,
  };
  const isPostgresql = type === "pg";
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
      },
    ],
    connection_info: isPostgresql ? { pg: [uri], pg_params: [params] } : {},
    connection_pools: [],
    databases: isPostgresql ? [SERVICE_DATABASE] : [],
    features: {},
    metadata: {},
    service_integrations: [],
    service_notifications: [],
    service_uri: uri,
    service_uri_params: params,
    tags: {},
    tech_emails: [],
    users: [{ username: SERVICE_USER, password, type: "primary" }],
  };
}
