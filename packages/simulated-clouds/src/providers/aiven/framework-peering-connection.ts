import type { PeeringConnection } from "../../clouds/aiven/peering-connection";
import { ApiError } from "../../clouds/api-error";
import { isUnknown, text, type Values } from "../../protocol/cty";
import { Failure, type Diagnostic } from "../../protocol/diagnostics";
import type { DataSourceBehaviour, ResourceBehaviour, ResourceContext } from "../../protocol/provider-definition";
import { connectionValues, findConnections, FORCE_NEW, partsOf, peerOf, type Sought } from "./azure-peering";
import { splitId, type AivenClient } from "./client";
import { attempt, generated } from "./errors";
import { pendingPeerWarning, verdictOf } from "./framework-peering-states";
import { poll } from "./poll";

type Context = ResourceContext<AivenClient>;

/**
 * `aiven_azure_vpc_peering_connection` as a release after 4.62 has it, written with the plugin framework:
 * https://github.com/aiven/terraform-provider-aiven/pull/3074. A connection that Aiven refuses stays, in the state as tainted. The schema
 * differs from the older one's only in that the id cannot be set.
 */
export const frameworkPeeringConnection: ResourceBehaviour<AivenClient> = {
  forceNew: FORCE_NEW,
  recomputed: ["state", "state_info"],
  timeouts: { create: "20m", read: "20m", update: "20m", delete: "20m" },
  validate,

  async create(planned, context) {
    const { api, caller } = context.client;
    const peer = peerOf(planned);
    attempt("failed to create resource", "VpcPeeringConnectionCreate", () => {
      const [project, vpcId] = text(planned.vpc_id).split("/");
      return api.peeringConnections.create(caller, project, vpcId, peer);
    });
    // kept before anything is waited for
    const id = idOf(planned);
    try {
      return await refreshed({ ...planned, id }, context);
    } catch (error) {
      throw error instanceof Failure ? new Failure(error.diagnostics, { id }) : error;
    }
  },

  read(current, context) {
    const look = lookFor(current, context.client);
    if (look.found === "missing") return null;
    if (look.found !== "one") throw new Failure({ summary: "failed to read resource", detail: look.reason });
    return valuesOf(look.connection, current, context);
  },

  /** Nothing but the timeouts can change. The state is read again, and waited for as after a creation. */
  update: (prior, planned, context) => refreshed({ ...planned, id: prior.id }, context),

  delete(prior, context) {
    const { api, caller } = context.client;
    const summary = "failed to delete resource";
    let [asked, refusal] = [false, ""];
    return poll(context, summary, () => {
      try {
        const [project, vpcId] = text(prior.id).split("/");
        if (!asked) api.peeringConnections.delete(caller, project, vpcId, { ...peerOf(prior), ...keyOf(prior) });
        [asked, refusal] = [true, ""];
      } catch (error) {
        // not the end: what is found next decides
        refusal = generated("VpcPeeringConnectionWithResourceGroupDelete", error);
      }
      const look = lookFor(prior, context.client);
      if (look.found === "missing") return undefined;
      if (look.found !== "one") throw new Failure({ summary, detail: look.reason });
      const waiting = "resource has not reached the desired deleted state: waiting for the resource to be gone";
      return [waiting, refusal].filter((line) => line !== "").join("\n");
    });
  },
};

/** `data.aiven_azure_vpc_peering_connection` in the same release: found by all of its arguments. */
export const frameworkPeeringConnectionData: DataSourceBehaviour<AivenClient> = {
  validate,

  read(config, { client }) {
    const id = idOf(config);
    const look = lookUp(id, peerOf(config), client);
    if (look.found === "one") return connectionValues(id, look.connection);
    throw new Failure({ summary: "failed to read datasource", detail: look.reason });
  },
};

function validate({ vpc_id: id }: Values): Diagnostic[] {
  if (isUnknown(id) || splitId(text(id), 2)) return [];
  const detail = `Attribute vpc_id must match pattern "^[^/]*/[^/]*$", got: ${text(id)}`;
  return [{ summary: "Invalid Attribute Value Match", detail, path: ["vpc_id"] }];
}

const idOf = (values: Values): string =>
  [values.vpc_id, values.azure_subscription_id, values.vnet_name].map(text).join("/");

/** What is there once it is ready. That nothing is found, or may be read, is waited out like a state on its way. */
async function refreshed(values: Values, context: Context): Promise<Values> {
  const summary = "failed to refresh state";
  let found: Values = {};
  await poll(context, summary, () => {
    const look = lookFor(values, context.client);
    if (look.found === "missing" || look.found === "forbidden") return look.reason;
    if (look.found !== "one") throw new Failure({ summary, detail: look.reason });
    const verdict = verdictOf(look.connection);
    if (verdict.outcome === "failed") throw new Failure({ summary, detail: verdict.text });
    if (verdict.outcome === "pending") return verdict.text;
    found = valuesOf(look.connection, values, context);
    return undefined;
  });
  return found;
}

function valuesOf(connection: PeeringConnection, { id }: Values, context: Context): Values {
  if (connection.state === "PENDING_PEER") context.warn(pendingPeerWarning(connection));
  const { state_info: info, ...rest } = connectionValues(text(id), connection);
  // no entry is no map
  return { ...rest, state_info: Object.keys(info as Values).length > 0 ? info : null };
}

type Look =
  | { readonly found: "one"; readonly connection: PeeringConnection }
  | { readonly found: "missing" | "forbidden" | "trouble"; readonly reason: string };

/** By the id, and by the resource group unless it is unknown, as after an import. */
function lookFor(values: Values, client: AivenClient): Look {
  const sought = { ...keyOf(values), peerResourceGroup: text(values.peer_resource_group) };
  return lookUp(text(values.id), sought, client);
}

function keyOf({ id }: Values): Pick<Sought, "peerCloudAccount" | "peerVpc"> {
  const failed = (detail: string) => ({ summary: "failed to read resource", detail });
  const [, , peerCloudAccount, peerVpc] = partsOf(text(id), failed);
  return { peerCloudAccount, peerVpc };
}

function lookUp(id: string, sought: Sought, client: AivenClient): Look {
  const [project, vpcId] = id.split("/");
  try {
    const found = findConnections(client, project, vpcId, sought);
    if (found.length === 1) return { found: "one", connection: found[0] };
    const problem = `finding VPC peering connection "${id}": `;
    if (found.length === 0) return { found: "missing", reason: `${problem}not found` };
    return { found: "trouble", reason: `${problem}multiple found: ${found.length}` };
  } catch (error) {
    const status = error instanceof ApiError ? error.status : 0;
    const found = status === 404 ? "missing" : status === 403 ? "forbidden" : "trouble";
    return { found, reason: generated("VpcGet", error) };
  }
}
