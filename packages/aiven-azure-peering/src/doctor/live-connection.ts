import type { AivenPeeringConnection } from "../clouds/aiven";
import type { Examination } from "./examination";
import { connectionOf, isPeered } from "./network/site";

/** A connection that Aiven has with one of the networks, so that the stack, or a hand, has made all that it needs. */
export const liveConnection = (examination: Examination): AivenPeeringConnection | undefined =>
  examination.plan.networks
    .map((network) => connectionOf(examination, network))
    .find((connection) => isPeered({ connection }));
