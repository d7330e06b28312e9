import type { Vpc } from "../../clouds/aiven/vpc";
import { ApiError } from "../../clouds/api-error";
import type { ResourceContext } from "../../protocol/provider-definition";
import type { AivenClient } from "./client";
import { attempt, isNotFound } from "./errors";
import { poll } from "./poll";

type Context = ResourceContext<AivenClient>;

/** Services and peerings need an ACTIVE VPC, so its creation ends only then; a VPC given up on is not in the state. */
export async function waitUntilActive(context: Context, project: string, id: string): Promise<Vpc> {
  const { api, caller } = context.client;
  const get = () => attempt("failed to refresh state", "VpcGet", () => api.vpcs.get(caller, project, id));
  await poll(context, "failed to refresh state", () => {
    const { state } = get();
    return state === "ACTIVE" ? undefined : `resource is not in the desired state: ${expected("ACTIVE", state)}`;
  });
  return get();
}

const expected = (desired: string, state: string) => `expected "state" to be \`${desired}\`, got \`${state}\``;
const waiting = (state: string) => `resource has not reached the desired deleted state: ${expected("DELETED", state)}`;

/** Asks for the deletion, again and again while a service or a connection is in the way (409), until the VPC is gone. */
export function deleteVpc(context: Context, project: string, id: string) {
  const { api, caller } = context.client;
  const summary = "failed to delete resource";
  return poll(context, summary, () => {
    try {
      const vpc = api.vpcs.get(caller, project, id);
      if (vpc.state === "DELETED") return undefined;
      if (vpc.state !== "DELETING") api.vpcs.delete(caller, project, id);
      return waiting(vpc.state);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      if (error instanceof ApiError && error.status === 409) {
        return `${waiting("ACTIVE")}\n[409 VpcDelete]: ${error.message}`;
      }
      return attempt(summary, "VpcGet", () => {
        throw error;
      });
    }
  });
}
