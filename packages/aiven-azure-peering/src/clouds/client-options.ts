import type { Environment } from "./environment";
import { patience, RETRIES } from "./patience";
import { trusted } from "./trust";

/** What every request to a cloud has in common, those of the sign-in included. */
export const clientOptions = (env: Environment) => ({
  tlsOptions: trusted(env),
  retryOptions: RETRIES,
  userAgentOptions: { userAgentPrefix: "aiven-azure-peering" },
  additionalPolicies: [{ policy: patience, position: "perRetry" as const }],
});
