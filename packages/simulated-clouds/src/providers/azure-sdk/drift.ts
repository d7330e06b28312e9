import { isObject, type Value, type Values } from "../../protocol/cty";

/**
 * What a refresh puts into the state. The SDK knows no difference between null, "" and an empty list, so where the cloud
 * says what the state says in other words, the state's words stay.
 */
export function refreshed(current: Values, actual: Values): Values {
  return Object.fromEntries(
    Object.entries(actual).map(([name, value]) => [name, same(current[name] ?? null, value) ? current[name] : value]),
  );
}

function same(one: Value, other: Value): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  }
  if (isObject(one) && isObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
      same(one[key] ?? null, other[key] ?? null),
    );
  }
  return one === other;
}

const isEmpty = (value: Value): boolean =>
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);
