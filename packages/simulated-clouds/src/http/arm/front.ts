import type { RequestContext } from "../../clouds/azure/arm";
import type { World } from "../../clouds/world";
import type { Kept } from "../kept";
import type { Request } from "../router";
import type { Operations } from "./operations";

export interface ArmFront {
  readonly world: World;
  readonly kept: Kept;
  readonly operations: Operations;
  readonly context: (request: Request) => RequestContext;
}
