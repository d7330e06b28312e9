import type { Clock } from "../../clouds/clock";
import type { ProviderDefinition } from "../../protocol/provider-definition";
import { schemaOf } from "../../protocol/schema-files";
import { timeRotating } from "./rotating";
import { timeSleep } from "./sleep";

/** hashicorp/time, whose time is the clouds'. */
export const timeProvider = (clock: Clock): ProviderDefinition<Clock> => ({
  address: "hashicorp/time",
  schema: schemaOf("hashicorp/time"),
  configure: () => clock,
  resources: {
    time_rotating: timeRotating,
    time_sleep: timeSleep,
  },
});
