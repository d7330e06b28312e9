import type { ServiceInput } from "../../clouds/aiven/services";
import { seconds } from "../../clouds/clock";
import { firstBlock, flag, isUnknown, text, UNKNOWN, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type {
  Change,
  DataSourceBehaviour,
  ResourceBehaviour,
  ResourceContext,
} from "../../protocol/provider-definition";
import { waitForState } from "../state-change";
import { splitId, type AivenClient } from "./client";
import { generated, isNotFound } from "./errors";
import { valuesOf, vpcOf } from "./pg-values";

type Context = ResourceContext<AivenClient>;

/** A service must be seen in its new state five times in a row. */
const WAITS = { delay: seconds(10), minTimeout: seconds(5), continuousTargetOccurrence: 5 };

/** `aiven_pg`, as far as it is placed in a VPC, opened to the internet, protected and deleted. */
export const pg: ResourceBehaviour<AivenClient> = {
  forceNew: ["project", "service_name"],
  defaults: { termination_protection: false },
  timeouts: { create: "20m", read: "20m", update: "20m", delete: "20m" },
  plan,

  async create(planned, context) {
    const { api, caller } = context.client;
    const name = text(planned.project);
    const input = { name: text(planned.service_name), type: "pg", ...inputOf(planned) };
    try {
      api.services.create(caller, name, input);
    } catch (error) {
      throw new Failure({ summary: `error creating a service: ${generated("ServiceCreate", error)}` });
    }
    try {
      await running(planned, context, (state) => state);
    } catch (error) {
      const reason = `unable to wait for service state change: ${generated("ServiceGet", error)}`;
      throw new Failure({ summary: `error waiting for service creation: ${reason}` });
    }
    return valuesOf(planned, api.services.get(caller, name, input.name));
  },

  read(current, { client }) {
    const [name, serviceName] = idOf(current);
    try {
      return valuesOf({ ...current, project: name }, client.api.services.get(client.caller, name, serviceName));
    } catch (error) {
      if (isNotFound(error)) return null;
      const reason = generated("ServiceGet", error);
      throw new Failure({ summary: `unable to GET service ${text(current.id)}: ${reason}` });
    }
  },

  async update(_prior, planned, context) {
    const { api, caller } = context.client;
    const [name, serviceName] = idOf(planned);
    try {
      api.services.update(caller, name, serviceName, inputOf(planned));
    } catch (error) {
      throw new Failure({ summary: `error updating (${serviceName}) service: ${generated("ServiceUpdate", error)}` });
    }
    try {
      // an update does not wait for RUNNING, only for the service to be there with a backup
      await running(planned, context, () => "RUNNING");
    } catch (error) {
      const reason = `unable to wait for service state change: ${generated("ServiceGet", error)}`;
      throw new Failure({ summary: `error waiting for service (${serviceName}) update: ${reason}` });
    }
    return valuesOf(planned, api.services.get(caller, name, serviceName));
  },

  async delete(prior, context) {
    const { client, timeout, signal } = context;
    const [name, serviceName] = idOf(prior);
    try {
      client.api.services.delete(client.caller, name, serviceName);
    } catch (error) {
      if (!isNotFound(error)) {
        throw new Failure({ summary: `error deleting a service: ${generated("ServiceDelete", error)}` });
      }
    }
    try {
      const gone = { thing: serviceName, state: "deleted" };
      const wait = { pending: ["deleting"], target: ["deleted"], refresh: () => gone };
      await waitForState({ clock: client.clock, signal, timeout, ...wait, ...WAITS });
    } catch (error) {
      const reason = `unable to wait for service deletion: ${generated("ServiceGet", error)}`;
      throw new Failure({ summary: `error waiting for service deletion: ${reason}` });
    }
  },
};

/** The `pg` block is the service's own answer; a VPC may be named with or without its project. */
function plan({ prior, config, planned }: Change): void {
  planned.service_type = "pg";
  const answered = !Array.isArray(config.pg) || config.pg.length === 0;
  if (answered) planned.pg = prior ? prior.pg : UNKNOWN;
  if (prior && !isUnknown(planned.project_vpc_id) && vpcOf(prior.project_vpc_id) === vpcOf(planned.project_vpc_id)) {
    planned.project_vpc_id = prior.project_vpc_id;
  }
  // without a cloud the service stays where it is
  if (prior && text(planned.cloud_name) === "" && !isUnknown(planned.cloud_name)) planned.cloud_name = prior.cloud_name;
}

function inputOf(planned: Values): Omit<ServiceInput, "name" | "type"> {
  return {
    plan: text(planned.plan),
    cloudName: text(planned.cloud_name),
    projectVpcId: vpcOf(planned.project_vpc_id),
    terminationProtection: flag(planned.termination_protection),
    userConfig: firstBlock(planned.pg_user_config),
  };
}

async function running(planned: Values, { client, timeout, signal }: Context, report: (state: string) => string) {
  const [name, serviceName] = [text(planned.project), text(planned.service_name)];
  const { services } = client.api;
  await waitForState({
    clock: client.clock,
    signal,
    timeout,
    pending: ["REBUILDING", "REBALANCING", "WAITING_FOR_SERVICES"],
    target: ["RUNNING"],
    ...WAITS,
    refresh: () => {
      const thing = services.get(client.caller, name, serviceName);
      return { thing, state: report(thing.state) };
    },
  });
}

function idOf(values: Values): string[] {
  const parts = splitId(text(values.id), 2);
  if (parts) return parts;
  throw new Failure({ summary: `error splitting service ID: invalid resource id: ${text(values.id)}` });
}

export const pgData: DataSourceBehaviour<AivenClient> = {
  read(config, { client: { api, caller } }) {
    const [name, serviceName] = [text(config.project), text(config.service_name)];
    try {
      return valuesOf(config, api.services.get(caller, name, serviceName));
    } catch (error) {
      if (!isNotFound(error)) {
        const reason = generated("ServiceGet", error);
        throw new Failure({ summary: `unable to GET service ${name}/${serviceName}: ${reason}` });
      }
      throw new Failure({ summary: `service "${serviceName}" not found in project "${name}"` });
    }
  },
};
