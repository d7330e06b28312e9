import type { Token } from "../../clouds/entra/tokens";
import type { World } from "../../clouds/world";
import type { Kept } from "../kept";
import type { Request } from "../router";

export interface GraphFront {
  readonly world: World;
  readonly kept: Kept;
  readonly caller: (request: Request) => Token;
}
