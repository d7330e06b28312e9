import { SERVICE_DATABASE, SERVICE_USER, servicePassword } from "../../clouds/aiven/service-user";
import type { Service } from "../../clouds/aiven/services";
import { text, type Value, type Values } from "../../protocol/cty";

/** The uuid of a VPC that may be written with its project before it. */
export const vpcOf = (value: Value): string | undefined => text(value).split("/").pop() || undefined;

/** What the provider reads of a service; `known` says how the configuration wrote it. */
export function valuesOf(known: Values, service: Service): Values {
  const password = servicePassword(service);
  const uri = `postgres://${SERVICE_USER}:${password}@${service.host}:${service.port}/${SERVICE_DATABASE}?sslmode=require`;
  const { projectVpcId: vpc } = service;
  return {
    id: `${service.project}/${service.name}`,
    project: service.project,
    service_name: service.name,
    service_type: service.type,
    plan: service.plan,
    cloud_name: service.cloudName || known.cloud_name,
    project_vpc_id:
      vpc === vpcOf(known.project_vpc_id) ? known.project_vpc_id : vpc ? `${service.project}/${vpc}` : null,
    termination_protection: service.terminationProtection ?? false,
    state: service.state,
    service_host: service.host,
    service_port: service.port,
    service_username: SERVICE_USER,
    service_password: password,
    service_uri: uri,
    components: [componentOf(service)],
    pg: [pgBlock(service, password, uri)],
  };
}

// assumed: the names and the shape of what a PostgreSQL service answers beyond its address
const componentOf = ({ host, port, projectVpcId }: Service): Values => ({
  component: "pg",
  host,
  port,
  connection_uri: `${host}:${port}`,
  kafka_authentication_method: "",
  kafka_ssl_ca: "",
  privatelink_connection_id: "",
  route: projectVpcId === undefined ? "public" : "dynamic",
  ssl: true,
  usage: "primary",
});

const pgBlock = ({ host, port }: Service, password: string, uri: string): Values => ({
  bouncer: "",
  dbname: SERVICE_DATABASE,
  host,
  max_connections: 100,
  params: [{ database_name: SERVICE_DATABASE, host, password, port, sslmode: "require", user: SERVICE_USER }],
  password,
  port,
  replica_uri: "",
  sslmode: "require",
  standby_uris: [],
  syncing_uris: [],
  uri,
  uris: [uri],
  user: SERVICE_USER,
});
