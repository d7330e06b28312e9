import type { Service, ServiceInput } from "../../clouds/aiven/services";
import { seconds } from "../../clouds/clock";
import { firstBlock, flag, isUnknown, text, UNKNOWN, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type {
  Change,
  DataSourceBehaviour,
  ResourceBehaviour,
  ResourceContext,
} from "../../protocol/provider-definition";
import { waitForState, type StateChange } from "../state-change";
import { splitId, type AivenClient } from "./client";
import { generated, isNotFound } from "./errors";
import type { ServiceKind } from "./service-values";
import { valuesOf } from "./service-values";

type Context = ResourceContext<AivenClient>;

/** A service must be seen in its new state five times in a row. */
const WAITS = { delay: seconds(10), minTimeout: seconds(5), continuousTargetOccurrence: 5 };

/** `aiven_<type>`, as far as it is placed in a VPC, opened to the internet, protected, moved and deleted. */
export const serviceResource = (kind: ServiceKind): ResourceBehaviour<AivenClient> => ({
  forceNew: ["project", "service_name", ...(kind.forceNew ?? [])],
  defaults: { termination_protection: false, ...kind.defaults },
  timeouts: { create: "20m", read: "20m", update: "20m", delete: "20m" },
  plan: (change) => plan(kind, change),

  async create(planned, context) {
    const { api, caller } = context.client;
    const name = text(planned.project);
    const input = { name: text(planned.service_name), type: kind.type, ...inputOf(kind, planned) };
    try {
      api.services.create(caller, name, input);
    } catch (error) {
      throw new Failure({ summary: `error creating a service: ${generated("ServiceCreate", error)}` });
    }
    try {
      const pending = ["REBUILDING", "REBALANCING", "WAITING_FOR_SERVICES"];
      await seen(planned, context, { pending, target: ["RUNNING"] }, ({ state }) => state);
    } catch (error) {
      const reason = `unable to wait for service state change: ${generated("ServiceGet", error)}`;
      throw new Failure({ summary: `error waiting for service creation: ${reason}` });
    }
    kind.afterCreation?.(planned, context.client);
    return valuesOf(kind, planned, api.services.get(caller, name, input.name), api);
  },

  read(current, { client: { api, caller } }) {
    const [name, serviceName] = idOf(current);
    try {
      return valuesOf(kind, current, api.services.get(caller, name, serviceName), api);
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
      api.services.update(caller, name, serviceName, inputOf(kind, planned));
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure({ summary: `error updating (${serviceName}) service: ${generated("ServiceUpdate", error)}` });
    }
    try {
      // not for RUNNING: a service that moves to other nodes is still moving when the update ends
      await seen(planned, context, { pending: ["updating"], target: ["updated"] }, () => "updated");
    } catch (error) {
      const reason = `unable to wait for service state change: ${generated("ServiceGet", error)}`;
      throw new Failure({ summary: `error waiting for service (${serviceName}) update: ${reason}` });
    }
    return valuesOf(kind, planned, api.services.get(caller, name, serviceName), api);
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
});

/** The block of the type's name is what the service returns. */
function plan(kind: ServiceKind, change: Change): void {
  const { prior, config, planned } = change;
  planned.service_type = kind.type;
  const block = config[kind.type];
  if (!Array.isArray(block) || block.length === 0) planned[kind.type] = prior ? prior[kind.type] : UNKNOWN;
  // without a cloud the service stays where it is
  if (prior && text(planned.cloud_name) === "" && !isUnknown(planned.cloud_name)) planned.cloud_name = prior.cloud_name;
  kind.plan?.(change);
}

function inputOf({ type }: ServiceKind, planned: Values): Omit<ServiceInput, "name" | "type"> {
  return {
    plan: text(planned.plan),
    cloudName: text(planned.cloud_name),
    projectVpcId: vpcOf(planned),
    terminationProtection: flag(planned.termination_protection),
    userConfig: firstBlock(planned[`${type}_user_config`]),
  };
}

/** The provider takes the id with the project before it, and looks at nothing but the slash. */
function vpcOf({ project_vpc_id: id }: Values): string | undefined {
  if (text(id) === "") return undefined;
  const [, ...vpc] = text(id).split("/");
  if (vpc.length > 0) return vpc.join("/");
  const format = "invalid project_vpc_id, should have the following format {project_name}/{project_vpc_id}";
  throw new Failure({ summary: `error getting project VPC ID: ${format}` });
}

async function seen(
  planned: Values,
  { client, timeout, signal }: Context,
  states: Pick<StateChange<Service>, "pending" | "target">,
  report: (service: Service) => string,
): Promise<void> {
  const [name, serviceName] = [text(planned.project), text(planned.service_name)];
  const { services } = client.api;
  const refresh = () => {
    const thing = services.get(client.caller, name, serviceName);
    return { thing, state: report(thing) };
  };
  await waitForState({ clock: client.clock, signal, timeout, ...WAITS, ...states, refresh });
}

function idOf(values: Values): string[] {
  const parts = splitId(text(values.id), 2);
  if (parts) return parts;
  throw new Failure({ summary: `error splitting service ID: invalid resource id: ${text(values.id)}` });
}

export const serviceData = (kind: ServiceKind): DataSourceBehaviour<AivenClient> => ({
  read(config, { client: { api, caller } }) {
    const [name, serviceName] = [text(config.project), text(config.service_name)];
    try {
      return valuesOf(kind, config, api.services.get(caller, name, serviceName), api);
    } catch (error) {
      if (!isNotFound(error)) {
        const reason = generated("ServiceGet", error);
        throw new Failure({ summary: `unable to GET service ${name}/${serviceName}: ${reason}` });
      }
      throw new Failure({ summary: `service "${serviceName}" not found in project "${name}"` });
    }
  },
});
