import { Dynamic, isObject, isUnknown, text, type Value, type Values } from "../../protocol/cty";
import { isObject as isJsonObject, type Json, type JsonObject } from "../../clouds/json";
import { API_VERSIONS, shapeOf, type Shape } from "./embedded-types";
import { parseType } from "./resource-id";

/** azapi's check of `type` and `body` against the specifications it carries; undefined where nothing is wrong. */
export function schemaProblem(config: Values): string | undefined {
  const parsed = parseType(text(config.type));
  if (!parsed) return undefined;
  const shape = shapeOf(parsed.type);
  if (!shape)
    return `the simulator's azapi knows no resource type ${parsed.type}; set schema_validation_enabled = false`;
  if (!API_VERSIONS.includes(parsed.apiVersion)) {
    const versions = API_VERSIONS.join(", ");
    return failed(`the argument "type"'s api-version is invalid.\n The supported versions are [${versions}].\n`);
  }
  const problems = config.body instanceof Dynamic ? problemsOf(shape, config.body.value, "") : [];
  if (problems.length === 0) return undefined;
  return failed(`the argument "body" is invalid:\n${problems.map((each) => `${each}\n`).join("")}`);
}

const failed = (detail: string): string =>
  `embedded schema validation failed: ${detail} You can try to update \`azapi\` provider to the latest version or disable the validation using the feature flag \`schema_validation_enabled = false\` within the resource block`;

function problemsOf(shape: Shape, value: Value, path: string): string[] {
  if (value === null || isUnknown(value)) return [];
  const at = path.slice(1);
  if (shape.kind === "object") {
    if (!isObject(value)) return [`\`${at}\` is invalid, expect \`object\` but got \`${goType(value)}\``];
    return Object.entries(value).flatMap(([name, member]) => memberProblems(shape, name, member, path));
  }
  if (shape.kind === "array" && !Array.isArray(value)) {
    return [`\`${at}\` is invalid, expect \`array\` but got \`${goType(value)}\``];
  }
  if (shape.kind === "string" && typeof value !== "string") {
    return [`\`${at}\` is invalid, expect \`string\` but got \`${goType(value)}\``];
  }
  // a boolean is not checked
  return [];
}

function memberProblems({ properties = {} }: Shape, name: string, member: Value, path: string): string[] {
  const at = `${path}.${name}`;
  const shape = properties[name];
  if (shape?.readOnly) return [`\`${at.slice(1)}\` is not expected here, it's read only`];
  if (shape) return problemsOf(shape, member, at);
  const nearest = nearestTo(
    at,
    Object.keys(properties).map((each) => `${path}.${each}`),
  );
  return [`\`${at.slice(1)}\` is not expected here. Do you mean \`${nearest.slice(1)}\`? `];
}

const goType = (value: Value): string => {
  if (typeof value === "string") return "basetypes.StringValue";
  if (typeof value === "boolean") return "basetypes.BoolValue";
  if (typeof value === "number") return "basetypes.NumberValue";
  return Array.isArray(value) ? "basetypes.TupleValue" : "basetypes.ObjectValue";
};

/** By the number of characters to take away or to add. */
function nearestTo(written: string, options: readonly string[]): string {
  const distances = options.map((option) => [option, distance(written, option)] as const);
  return distances.reduce((best, each) => (each[1] < best[1] ? each : best), ["", Infinity] as const)[0];
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = one[i - 1] === other[j - 1] ? row[j - 1] : Math.min(row[j], next[j - 1]) + 1;
    }
    row = next;
  }
  return row[other.length];
}

/** The part of an response that nobody may write: what `output` shows unless the configuration chooses. */
export function readOnlyPart(shape: Shape | undefined, body: JsonObject): JsonObject {
  const kept = Object.entries(body).flatMap(([name, value]): [string, Json][] => {
    const known = shape?.properties?.[name];
    if (!known || value === null || name === "etag") return [];
    if (isJsonObject(value)) {
      const inner = known.kind === "object" ? readOnlyPart(known, value) : value;
      return Object.keys(inner).length > 0 ? [[name, inner]] : [];
    }
    return known.readOnly || (known.fixed ?? false) || Array.isArray(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(kept.filter(([name]) => name !== "name" || shape?.properties?.name?.readOnly));
}

/** The part of an response that could stand in a configuration's body. */
export function writablePart(shape: Shape | undefined, body: JsonObject): JsonObject {
  if (!shape) return body;
  const kept = Object.entries(body).flatMap(([name, value]): [string, Json][] => {
    const known = shape.properties?.[name];
    if (!known || known.readOnly || known.fixed) return [];
    return [[name, known.kind === "object" && isJsonObject(value) ? writablePart(known, value) : value]];
  });
  return Object.fromEntries(kept);
}

/** What a body holds beside the arguments `location` and `tags`. */
export function bodyFrom(type: string, response: JsonObject): JsonObject {
  const body = Object.entries(writablePart(shapeOf(type), response));
  return Object.fromEntries(body.filter(([name]) => !["location", "tags", "identity"].includes(name)));
}
