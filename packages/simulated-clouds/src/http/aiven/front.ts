import type { Caller } from "../../clouds/aiven/gateway";
import type { World } from "../../clouds/world";
import type { CallersTime } from "../callers-time";
import type { Request } from "../router";

export interface AivenFront {
  readonly world: World;
  readonly time: CallersTime;
  readonly caller: (request: Request) => Caller;
}
