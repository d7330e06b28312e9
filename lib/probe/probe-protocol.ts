/**
 * What a service speaks on the port that a probe connects to.
 */
export enum ProbeProtocol {
  /** PostgreSQL: the client asks for TLS in PostgreSQL's own words first. */
  POSTGRESQL = "postgresql",
  /**
   * TLS from the first byte, as Kafka, OpenSearch, Valkey and most others speak it. A server that then wants a client's certificate has
   * shown that it is reached; the probe has none.
   */
  TLS = "tls",
}
