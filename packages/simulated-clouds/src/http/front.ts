import type { World } from "../clouds/world";
import type { AccessTokens } from "./access-tokens";
import type { CallersTime } from "./callers-time";

/** What every part of the front works with. */
export interface Front {
  readonly world: World;
  readonly tokens: AccessTokens;
  readonly time: CallersTime;
}
