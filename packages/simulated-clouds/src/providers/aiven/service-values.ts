import type { Aiven } from "../../clouds/aiven/aiven";
import type { Service } from "../../clouds/aiven/services";
import type { Value, Values } from "../../protocol/cty";
import type { Change } from "../../protocol/provider-definition";
import type { AivenClient } from "./client";

/** What one type of service has of its own; all else is the same for every service. */
export interface ServiceKind {
  /** Aiven's name of the type, and that of the block in which the provider keeps how to connect. */
  readonly type: "kafka" | "pg";
  /** Arguments of this type alone that replace the service. */
  readonly forceNew?: readonly string[];
  readonly defaults?: Readonly<Record<string, Value>>;
  /** What the provider says of the component by which clients connect. */
  readonly authentication?: Values;
  uri(service: Service): string;
  connection(service: Service): Values;
  plan?(change: Change): void;
  /** What the provider does once the service is there. */
  afterCreation?(planned: Values, client: AivenClient): void;
}

/** What the provider reads of a service; `known` says how the configuration wrote it. */
export function valuesOf(kind: ServiceKind, known: Values, service: Service, { services }: Aiven): Values {
  const [{ username, password }] = service.users;
  const { host, port, projectVpcId: vpc } = service;
  const publicHost = services.publicHost(service);
  const component = { component: kind.type, port, ...kind.authentication };
  return {
    id: `${service.project}/${service.name}`,
    project: service.project,
    service_name: service.name,
    service_type: service.type,
    plan: service.plan,
    cloud_name: service.cloudName || known.cloud_name,
    project_vpc_id: vpc === undefined ? null : `${service.project}/${vpc}`,
    termination_protection: service.terminationProtection ?? false,
    state: service.state,
    service_host: host,
    service_port: port,
    service_username: username,
    service_password: password,
    service_uri: kind.uri(service),
    components: [
      componentOf({ ...component, host, route: vpc === undefined ? "public" : "dynamic" }),
      ...(publicHost === undefined ? [] : [componentOf({ ...component, host: publicHost, route: "public" })]),
    ],
    [kind.type]: [kind.connection(service)],
  };
}

interface Component extends Record<string, Value> {
  readonly host: string;
  readonly port: number;
}

// assumed: the names and the shape of what a service returns beyond its address
const componentOf = (component: Component): Values => ({
  kafka_authentication_method: "",
  kafka_ssl_ca: "",
  privatelink_connection_id: "",
  ssl: true,
  usage: "primary",
  ...component,
  connection_uri: `${component.host}:${component.port}`,
});
