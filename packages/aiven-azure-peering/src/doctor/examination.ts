import type { AivenVpc } from "../clouds/aiven";
import type { Clouds } from "../clouds/clouds";
import type { Environment } from "../clouds/environment";
import type { Plan } from "./intent";

/** What every check works with. */
export interface Examination {
  readonly plan: Plan;
  readonly clouds: Clouds;
  readonly env: Environment;
  /** The VPC, where it is there already, with its connections. */
  readonly vpc?: AivenVpc;
}
