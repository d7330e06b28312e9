import { createHash } from "node:crypto";
import type { Service } from "../../clouds/aiven/services";
import { text, type Value, type Values } from "../../protocol/cty";

/** The uuid of a VPC that may be written with its project before it. */
export const vpcOf = (value: Value): string | undefined => text(value).split("/").pop() || undefined;

const USER = "avnadmin";
const DATABASE = "defaultdb";

/** What the provider reads of a service; `known` says how the configuration wrote it. */
export function valuesOf(known: Values, service: Service): Values {
  const password = passwordOf(service);
  const uri = `postgres://${USER}:${password}@${service.host}:${service.port}/${DATABASE}?sslmode=require`;
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
    service_username: USER,
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
  dbname: DATABASE,
  host,
  max_connections: 100,
  params: [{ database_name: DATABASE, host, password, port, sslmode: "require", user: USER }],
  password,
  port,
  replica_uri: "",
  sslmode: "require",
  standby_uris: [],
  syncing_uris: [],
  uri,
  uris: [uri],
  user: USER,
});

/** The cloud model holds no password; one that only depends on the service stays the same from read to read. */
const passwordOf = ({ project, name }: Service): string =>
  `AVNS_${createHash("sha256").update(`${project}/${name}`).digest("base64url").slice(0, 16)}`;
