import { isObject as isJsonObject, type Json, type JsonObject } from "../../clouds/json";
import { Dynamic, isObject, isUnknown, type Value } from "../../protocol/cty";
import type { CtyType } from "../../protocol/cty-type";

/** A value as it goes into a request; what is unknown is null. */
export function toJson(value: Value | undefined, type: CtyType = "dynamic"): Json {
  if (value === null || value === undefined || isUnknown(value)) return null;
  if (value instanceof Dynamic) return toJson(value.value, value.type);
  if (type === "number") return Number(value);
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) {
    return value.map((member, index) => toJson(member, memberType(type, index)));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, toJson(member, memberType(type, name))]),
  );
}

function memberType(type: CtyType, at: string | number): CtyType {
  if (!Array.isArray(type)) return "dynamic";
  if (type[0] === "object") return type[1][at];
  return type[0] === "tuple" ? type[1][at as number] : type[1];
}

export const bodyOf = (value: Value | undefined): JsonObject => {
  const body = toJson(value);
  return isJsonObject(body) ? body : {};
};

/** JSON as a value that brings the type the JSON implies: objects and tuples. */
export const fromJson = (json: Json): Dynamic | null => (json === null ? null : new Dynamic(impliedType(json), json));

function impliedType(json: Json): CtyType {
  if (json === null) return "dynamic";
  if (typeof json === "string") return "string";
  if (typeof json === "number") return "number";
  if (typeof json === "boolean") return "bool";
  if (Array.isArray(json)) return ["tuple", json.map(impliedType)];
  return ["object", Object.fromEntries(Object.entries(json).map(([name, member]) => [name, impliedType(member)]))];
}

/** JSON as a value of a type that was there before, else of the type it implies. */
export function fromJsonLike(json: Json, like: Value | undefined): Dynamic | null {
  if (!(like instanceof Dynamic) || !fits(json, like.type)) return fromJson(json);
  return new Dynamic(like.type, shaped(json, like.type));
}

function fits(json: Json, type: CtyType): boolean {
  if (json === null || type === "dynamic") return true;
  if (!Array.isArray(type)) return typeof json === (type === "bool" ? "boolean" : type);
  if (type[0] === "object" || type[0] === "map") {
    const members = type[0] === "object" ? Object.keys(type[1]) : Object.keys(json);
    return isJsonObject(json) && members.every((name) => fits(json[name] ?? null, memberType(type, name)));
  }
  if (!Array.isArray(json) || (type[0] === "tuple" && type[1].length !== json.length)) return false;
  return json.every((member, index) => fits(member, memberType(type, index)));
}

function shaped(json: Json, type: CtyType): Value {
  if (json === null) return null;
  if (type === "dynamic") return fromJson(json);
  if (Array.isArray(json)) return json.map((member, index) => shaped(member, memberType(type, index)));
  if (!isJsonObject(json)) return json;
  const names = Array.isArray(type) && type[0] === "object" ? Object.keys(type[1]) : Object.keys(json);
  return Object.fromEntries(names.map((name) => [name, shaped(json[name] ?? null, memberType(type, name))]));
}

export function sameJson(one: Json, other: Json): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((member, index) => sameJson(member, other[index]));
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => name in other && sameJson(one[name], other[name]))
    );
  }
  return one === other;
}

/** Whether all of a value is known, all its members included. */
export function isFullyKnown(value: Value | undefined): boolean {
  if (isUnknown(value)) return false;
  if (value instanceof Dynamic) return isFullyKnown(value.value);
  if (Array.isArray(value)) return value.every(isFullyKnown);
  return !isObject(value) || Object.values(value).every(isFullyKnown);
}

export interface Updating {
  readonly ignoreCasing: boolean;
  readonly ignoreMissingProperty: boolean;
  readonly ignoreNullProperty: boolean;
}

/** What a configuration's body would look like if Azure's response were written in its form: only what it names. */
export function updated(body: Json, response: Json, how: Updating): Json {
  if (sameJson(body, response)) return body;
  if (isJsonObject(body) && isJsonObject(response)) {
    const members = Object.entries(body).flatMap(([name, value]): [string, Json][] => {
      if (value === null && how.ignoreNullProperty) return [[name, null]];
      if ((response[name] ?? null) !== null) return [[name, updated(value, response[name], how)]];
      return how.ignoreMissingProperty || isZero(value) ? [[name, value]] : [];
    });
    return Object.fromEntries(members);
  }
  if (Array.isArray(body) && Array.isArray(response)) return updatedArray(body, response, how);
  if (typeof body === "string" && typeof response === "string") {
    if (how.ignoreCasing && body.toLowerCase() === response.toLowerCase()) return body;
    if (how.ignoreMissingProperty && (/^\*+$/.test(response) || response === "<redacted>" || response === ""))
      return body;
  }
  return response;
}

/** Items with names are found by them, others by their place. */
function updatedArray(body: Json[], response: Json[], how: Updating): Json[] {
  if (body.length === 0 || response.length === 0) return response;
  if (nameOf(body[0]) === "" || nameOf(response[0]) === "") {
    return body.length === response.length ? body.map((item, index) => updated(item, response[index], how)) : response;
  }
  const left = [...response];
  const found = body.flatMap((item) => {
    const exact = left.findIndex((candidate) => sameJson(item, candidate));
    const index = exact >= 0 ? exact : left.findIndex((candidate) => nameOf(candidate) === nameOf(item));
    return index < 0 ? [] : [updated(item, left.splice(index, 1)[0], how)];
  });
  return [...found, ...left];
}

const nameOf = (item: Json): string => (isJsonObject(item) && typeof item.name === "string" ? item.name : "");

const isZero = (value: Json): boolean =>
  value === null ||
  value === "" ||
  value === 0 ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isJsonObject(value) && Object.keys(value).length === 0);

/** Both, where they overlap the second one. */
export function merged(one: Json, other: Json): Json {
  if (!isJsonObject(one) || !isJsonObject(other)) return other;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    names.map((name) => [
      name,
      name in one && name in other ? merged(one[name], other[name]) : (other[name] ?? one[name]),
    ]),
  );
}

export function withoutNulls(json: Json): Json {
  if (Array.isArray(json)) return json.filter((item) => item !== null).map(withoutNulls);
  if (!isJsonObject(json)) return json;
  const members = Object.entries(json).filter(([, value]) => value !== null);
  return Object.fromEntries(members.map(([name, value]) => [name, withoutNulls(value)]));
}
