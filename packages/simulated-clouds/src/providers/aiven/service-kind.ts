import type { Service } from "../../clouds/aiven/services";
import type { Change } from "../../protocol/provider-definition";
import type { Value, Values } from "../../protocol/cty";
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
