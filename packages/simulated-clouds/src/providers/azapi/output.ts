import { isObject as isJsonObject, type Json, type JsonObject } from "../../clouds/json";
import { isObject, Dynamic, type Value } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { readOnlyPart } from "./embedded-schema";
import { shapeOf } from "./embedded-types";
import { fromJson, merged, toJson } from "./json";
import type { ResourceId } from "./resource-id";

/** What `output` shows of an response: what the configuration chooses, else what nobody may write. */
export function outputOf(
  { type }: ResourceId,
  response: JsonObject,
  chosen: Value,
  noDefault: boolean,
): Dynamic | null {
  if (!(chosen instanceof Dynamic) || chosen.value === null) {
    return fromJson(noDefault ? {} : readOnlyPart(shapeOf(type), response));
  }
  const paths = toJson(chosen);
  if (Array.isArray(paths)) {
    if (paths.includes("*")) return fromJson(response);
    return fromJson(paths.reduce<Json>((all, path) => merged(all, excerpt(response, nameIn(path).split("."))), {}));
  }
  if (!isObject(chosen.value) || !isJsonObject(paths)) {
    throw new Failure({
      summary: "Failed to build output",
      detail: "unsupported type for response_export_values, must be a list or map",
    });
  }
  return fromJson(
    Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, valueAt(response, nameIn(path))])),
  );
}

const nameIn = (path: Json): string => (typeof path === "string" ? path : "");

/** The part of an object that a dotted path leads to, with all that is around it. */
function excerpt(value: Json, [name, ...rest]: string[]): JsonObject {
  if (!isJsonObject(value) || (value[name] ?? null) === null) return {};
  if (rest.length === 0) return { [name]: value[name] };
  const inner = excerpt(value[name], rest);
  return Object.keys(inner).length > 0 ? { [name]: inner } : {};
}

const DOTTED = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;

/** JMESPath, of which the simulator knows what leads straight to a value. */
export function valueAt(value: Json, path: string): Json {
  if (!DOTTED.test(path)) {
    throw new Failure({
      summary: `the simulator's azapi evaluates only paths such as "properties.peeringState", not the JMESPath "${path}"`,
    });
  }
  return path.split(".").reduce<Json>((at, name) => (isJsonObject(at) ? (at[name] ?? null) : null), value);
}
