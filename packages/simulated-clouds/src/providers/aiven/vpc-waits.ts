import type { Vpc } from "../../clouds/aiven/vpc";
import { ApiError } from "../../clouds/api-error";
import { seconds } from "../../clouds/clock";
import { Failure } from "../../protocol/diagnostics";
import type { ResourceContext } from "../../protocol/provider-definition";
import { pause } from "../pause";
import type { AivenClient } from "./client";
import { attempt, isNotFound } from "./errors";

/** A VPC is looked at every five seconds. */
const POLL = seconds(5);

type Context = ResourceContext<AivenClient>;

/** Looks until `done`, and fails with what was last seen once the resource's timeout is over. */
async function poll({ client, timeout, signal }: Context, summary: string, look: () => string | undefined) {
  const deadline = client.clock.now() + timeout;
  for (;;) {
    const waitingFor = look();
    if (waitingFor === undefined) return;
    if (client.clock.now() + POLL > deadline) throw new Failure({ summary, detail: waitingFor });
    if (!(await pause(client.clock, POLL, signal))) throw new Failure({ summary, detail: "context canceled" });
  }
}

/** Services and peerings need an ACTIVE VPC, so its creation ends only then; a VPC given up on is not in the state. */
export async function waitUntilActive(context: Context, project: string, id: string): Promise<Vpc> {
  const { api, caller } = context.client;
  const get = () => attempt("failed to refresh state", "VpcGet", () => api.vpcs.get(caller, project, id));
  await poll(context, "failed to refresh state", () => {
    const { state } = get();
    return state === "ACTIVE" ? undefined : `VPC ${id} in state ${state}, waiting for ACTIVE`;
  });
  return get();
}

/** Asks for the deletion, again and again while a service or a connection is in the way (409), until the VPC is gone. */
export function deleteVpc(context: Context, project: string, id: string) {
  const { api, caller } = context.client;
  const summary = "failed to delete resource";
  return poll(context, summary, () => {
    try {
      const vpc = api.vpcs.get(caller, project, id);
      if (vpc.state === "DELETED") return undefined;
      if (vpc.state !== "DELETING") api.vpcs.delete(caller, project, id);
      return `VPC ${id} in state "${vpc.state}", waiting for "DELETED"`;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      if (error instanceof ApiError && error.status === 409) return `[409 VpcDelete]: ${error.message}`;
      return attempt(summary, "VpcGet", () => {
        throw error;
      });
    }
  });
}
