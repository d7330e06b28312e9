import type { Aiven } from "../../clouds/aiven/aiven";
import type { Caller } from "../../clouds/aiven/gateway";
import type { Clock } from "../../clouds/clock";

/** What an instance of the aiven provider works with: the API, its token, and the time. */
export interface AivenClient {
  readonly api: Aiven;
  readonly caller: Caller;
  readonly clock: Clock;
}

/** The parts of an id such as `project/vpc`; undefined when it has another number of them. */
export function splitId(id: string, parts: number): string[] | undefined {
  const found = id.split("/");
  return found.length === parts ? found : undefined;
}
