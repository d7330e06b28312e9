import type { JsonObject } from "../../clouds/json";
import { isObject, text, texts, type Value, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { equal } from "../../protocol/equality";
import type { ResourceBehaviour } from "../../protocol/provider-definition";
import type { AzapiClient, Limit } from "./client";
import { bodyFrom } from "./embedded-schema";
import { NEWEST_VERSION, shapeOf } from "./embedded-types";
import { failure, isNotFound } from "./errors";
import { bodyOf, fromJson, fromJsonLike, toJson, updated } from "./json";
import { outputOf } from "./output";
import { planChange } from "./planning";
import { describe, queryOf, resourceIdIn, resourceIdOf, type ResourceId } from "./resource-id";
import { BY_DEFAULT, retryingFrom } from "./retrying";
import { validateResource } from "./validation";
import { requireAbsent, write } from "./writing";

const MINUTE = 60_000;

/** Changes of these concern only what azapi sends next time: nothing is sent for them. */
const LOCAL = /^(retry|timeouts|(create|read|delete)_(headers|query_parameters))$/;

export const azapiResource: ResourceBehaviour<AzapiClient> = {
  forceNew: ["name", "parent_id"],
  timeouts: { create: "30m", read: "5m", update: "30m", delete: "30m" },
  defaults: {
    ignore_casing: false,
    ignore_missing_property: true,
    ignore_null_property: false,
    schema_validation_enabled: true,
    body: fromJson({}),
    "retry.interval_seconds": 10,
    "retry.max_interval_seconds": 180,
    "retry.multiplier": 1.5,
    "retry.randomization_factor": 0.5,
  },

  validate: validateResource,

  plan: (change, { client, signal }) => planChange(change, client, client.limit(signal, 30 * MINUTE)),

  async create(planned, { client, signal, timeout }) {
    const at = resourceIdIn(text(planned.parent_id), text(planned.name), text(planned.type));
    const limit = client.limit(signal, timeout);
    await requireAbsent(client, at, planned, limit);
    return holding(client, planned, () => write(client, at, planned, limit, "create"));
  },

  async update(prior, planned, { client, signal, timeout }) {
    if (changesNothing(prior, planned)) return {};
    const at = resourceIdIn(text(planned.parent_id), text(planned.name), text(planned.type));
    return holding(client, planned, () => write(client, at, planned, client.limit(signal, timeout), "update"));
  },

  async read(current, { client, signal, timeout, privateState }) {
    const at = resourceIdOf(text(current.id), text(current.type));
    const limit = client.limit(signal, timeout);
    const response = await find(client, at, current, limit);
    if (!response) return null;
    const moved = privateState.moved === true;
    privateState.moved = false;
    return {
      name: at.name,
      parent_id: at.parentId,
      type: `${at.type}@${at.apiVersion}`,
      ignore_null_property: current.ignore_null_property ?? false,
      output: outputOf(at, response, current.response_export_values, client.settings.disableDefaultOutput),
      ...placeOf(response, current),
      body: moved ? fromJson(bodyFrom(at.type, response)) : refreshedBody(current, response),
    };
  },

  async delete(prior, { client, signal, timeout }) {
    const at = resourceIdOf(text(prior.id), text(prior.type));
    const limit = client.limit(signal, timeout);
    const parameters = queryOf(at, prior.delete_query_parameters);
    await holding(client, prior, () =>
      client.delete(at.id, limit, parameters, retryingFrom(prior.retry)).catch((error: unknown) => {
        if (isNotFound(error)) return;
        throw failure("Failed to delete resource", `deleting ${describe(at)}`, error);
      }),
    );
  },

  /** assumed: one version is asked, where azapi tries up to three; what is not there is said by Terraform. */
  async importState(id, { client, signal, timeout }) {
    const [path, parameters = ""] = id.split("?");
    const version = new URLSearchParams(parameters).get("api-version") ?? NEWEST_VERSION;
    const at = resourceIdOf(path, `${typeIn(path)}@${version}`);
    const response = await find(client, at, {}, client.limit(signal, timeout));
    return {
      ...newState(at),
      ...(response ? { body: fromJson(bodyFrom(at.type, response)), ...placeOf(response, {}) } : {}),
    };
  },

  moveState({ typeName, state }, { privateState }) {
    if (!typeName.startsWith("azurerm")) {
      const detail = "The `azapi_resource` resource can only be moved from an `azurerm` resource";
      throw new Failure({ summary: "Invalid source type", detail });
    }
    const id = text(state.id);
    if (id === "") {
      throw new Failure({ summary: "Invalid source state", detail: "The source state does not contain an id" });
    }
    // the newest version, whatever the configuration names: it is not asked
    const at = resourceIdOf(id, `${typeIn(id)}@${NEWEST_VERSION}`);
    privateState.moved = true;
    return newState(at);
  },
};

function typeIn(id: string): string {
  const [namespace, ...rest] = (id.split("/providers/").at(-1) ?? "").split("/");
  const type = [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/");
  if (!shapeOf(type)) throw new Failure({ summary: `the simulator's azapi knows no resource type ${type}` });
  return type;
}

const newState = (at: ResourceId): Values => ({
  id: at.id,
  name: at.name,
  parent_id: at.parentId,
  type: `${at.type}@${at.apiVersion}`,
  ignore_casing: false,
  ignore_missing_property: true,
  ignore_null_property: false,
  schema_validation_enabled: true,
});

/** What is there, or undefined where Azure says 404; tried again as `retry` says. */
async function find(
  client: AzapiClient,
  at: ResourceId,
  values: Values,
  limit: Limit,
): Promise<JsonObject | undefined> {
  const retrying = values.retry === undefined ? BY_DEFAULT : retryingFrom(values.retry);
  try {
    return await client.get(at.id, limit, queryOf(at, values.read_query_parameters), retrying);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw failure("Failed to retrieve resource", `reading ${describe(at)}`, error);
  }
}

function refreshedBody(current: Values, response: JsonObject): Value {
  if (current.body === null) return null;
  const how = {
    ignoreCasing: current.ignore_casing === true,
    ignoreMissingProperty: current.ignore_missing_property === true,
    ignoreNullProperty: current.ignore_null_property === true,
  };
  return fromJsonLike(updated(bodyOf(current.body), response, how), current.body);
}

function placeOf(response: JsonObject, current: Values): Values {
  const place: Values = {};
  const short = (location: string): string => location.replaceAll(" ", "").toLowerCase();
  const { location, tags } = response;
  if (typeof location === "string" && short(location) !== short(text(current.location))) place.location = location;
  const own = isObject(current.tags) && Object.keys(current.tags).length > 0;
  if (own || Object.keys(tags ?? {}).length > 0) place.tags = tags ?? null;
  return place;
}

function changesNothing(prior: Values, planned: Values): boolean {
  const names = Object.keys(planned).filter((name) => !LOCAL.test(name));
  return names.every((name) => equal("dynamic", asIs(planned[name]), asIs(prior[name])));
}

const asIs = (value: Value | undefined): Value => (value === undefined ? null : plain(value));
const plain = (value: Value): Value =>
  Array.isArray(value) || isObject(value) ? JSON.stringify(toJson(value)) : value;

async function holding<T>(client: AzapiClient, { locks }: Values, work: () => Promise<T>): Promise<T> {
  const ids = [...new Set(texts(locks))].sort();
  return ids.reduceRight((inner, id) => () => client.locks.holding(id, inner), work)();
}
