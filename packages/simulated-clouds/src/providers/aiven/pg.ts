import { SERVICE_DATABASE } from "../../clouds/aiven/service-user";
import type { Service } from "../../clouds/aiven/services";
import type { ServiceKind } from "./service-values";

const uriOf = ({ users: [{ username, password }], host, port }: Service): string =>
  `postgres://${username}:${password}@${host}:${port}/${SERVICE_DATABASE}?sslmode=require`;

/** `aiven_pg`. */
export const pg: ServiceKind = {
  type: "pg",
  uri: uriOf,
  // assumed: the names and the shape of what a PostgreSQL service returns beyond its address
  connection(service) {
    const { users, host, port } = service;
    const [{ username, password }] = users;
    const uri = uriOf(service);
    return {
      bouncer: "",
      dbname: SERVICE_DATABASE,
      host,
      max_connections: 100,
      params: [{ database_name: SERVICE_DATABASE, host, password, port, sslmode: "require", user: username }],
      password,
      port,
      replica_uri: "",
      sslmode: "require",
      standby_uris: [],
      syncing_uris: [],
      uri,
      uris: [uri],
      user: username,
    };
  },
};
