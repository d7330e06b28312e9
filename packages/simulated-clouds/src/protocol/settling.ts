import { Dynamic, isObject, isUnknown, type Value, type Values } from "./cty";
import { equal } from "./equality";
import type { CtyType } from "./cty-type";

/** What is saved after an operation: the provider's results over the plan; what nobody supplied is null. */
export function settle(planned: Values, results: Values): Values {
  return knownOnly({ ...planned, ...results }) as Values;
}

function knownOnly(value: Value): Value {
  if (isUnknown(value) || value === undefined) return null;
  if (value instanceof Dynamic) return new Dynamic(value.type, knownOnly(value.value));
  if (Array.isArray(value)) return value.map(knownOnly);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, knownOnly(member)]));
}

/**
 * The first path at which a result breaks its plan, or undefined. Terraform checks the same, except where a resource has
 * defaults (legacy type system): there it only logs, and a bug of the simulator would pass.
 */
export function brokenPromise(
  type: CtyType,
  planned: Value | undefined,
  actual: Value | undefined,
  at = "",
): string | undefined {
  if (isUnknown(planned)) return undefined;
  if (Array.isArray(type) && type[0] === "object" && isObject(planned) && isObject(actual)) {
    return first(Object.entries(type[1]), ([name, member]) =>
      brokenPromise(member, planned[name], actual[name], at ? `${at}.${name}` : name),
    );
  }
  if (Array.isArray(type) && type[0] === "map" && isObject(planned) && isObject(actual)) {
    const keys = [...new Set([...Object.keys(planned), ...Object.keys(actual)])];
    return first(keys, (key) => brokenPromise(type[1], planned[key], actual[key], `${at}["${key}"]`));
  }
  if (Array.isArray(type) && type[0] !== "tuple" && Array.isArray(planned) && Array.isArray(actual)) {
    const member = type[1] as CtyType;
    const keeps = (wanted: Value, got: Value) => brokenPromise(member, wanted, got) === undefined;
    if (type[0] === "set") return planned.every((wanted) => actual.some((got) => keeps(wanted, got))) ? undefined : at;
    if (planned.length !== actual.length) return at;
    return first([...planned.keys()], (index) =>
      brokenPromise(member, planned[index], actual[index], `${at}[${index}]`),
    );
  }
  return equal(type, planned, actual) ? undefined : at;
}

function first<Item>(items: Item[], check: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = check(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
