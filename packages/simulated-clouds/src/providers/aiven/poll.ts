import { seconds } from "../../clouds/clock";
import { Failure } from "../../protocol/diagnostics";
import type { ResourceContext } from "../../protocol/provider-definition";
import { pause } from "../pause";
import type { AivenClient } from "./client";

/** The provider's newer resources look every five seconds. */
const POLL = seconds(5);

/**
 * Looks until nothing is waited for, and fails with what was waited for last once the resource's timeout is over.
 * https://github.com/aiven/terraform-provider-aiven/blob/v4.61.0/internal/plugin/adapter/resource.go, whose words are those of
 * https://github.com/avast/retry-go
 */
export async function poll(
  { client, timeout, signal }: ResourceContext<AivenClient>,
  summary: string,
  look: () => string | undefined,
): Promise<void> {
  const deadline = client.clock.now() + timeout;
  for (;;) {
    const waitingFor = look();
    if (waitingFor === undefined) return;
    const given = (up: string) => new Failure({ summary, detail: `All attempts fail:\n#1: ${up}\n#2: ${waitingFor}` });
    if (client.clock.now() + POLL > deadline) throw given("context deadline exceeded");
    if (!(await pause(client.clock, POLL, signal))) throw given("context canceled");
  }
}
