/** What an expression of Terraform comes to. Undefined is known only after an apply, or not understood here. */
export type Value =
  string | number | boolean | null | undefined | readonly Value[] | { readonly [name: string]: Value };

/** That an expression is one that the construct does not write. */
export class NotUnderstood extends Error {}

/** As Terraform writes it into text; undefined for what cannot be written into text. */
export const textOfValue = (value: Value): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;

export function member(value: Value, key: Value): Value {
  const name = textOfValue(key);
  if (typeof value !== "object" || value === null || name === undefined) return undefined;
  return (value as Readonly<Record<string, Value>>)[name];
}

type Functions = Readonly<Record<string, (...args: readonly Value[]) => Value>>;

const text = (then: (text: string) => Value) => (value: Value) => {
  const known = textOfValue(value);
  return known === undefined ? undefined : then(known);
};

/** The functions that the construct writes around a value. */
export const FUNCTIONS: Functions = {
  lower: text((given) => given.toLowerCase()),
  upper: text((given) => given.toUpperCase()),
  tostring: text((given) => given),
  replace(whole, part, by) {
    const [from, wanted, to] = [whole, part, by].map(textOfValue);
    return from === undefined || wanted === undefined || to === undefined ? undefined : from.replaceAll(wanted, to);
  },
  split(separator, whole) {
    const [at, given] = [separator, whole].map(textOfValue);
    return at === undefined ? undefined : given?.split(at);
  },
  join(separator, list) {
    const parts = Array.isArray(list) ? list.map((item: Value) => textOfValue(item)) : [undefined];
    return parts.includes(undefined) ? undefined : parts.join(textOfValue(separator));
  },
  element: (list, index) => (Array.isArray(list) ? member(list, Number(index) % list.length) : undefined),
  lookup: (map, key, otherwise) => (key === undefined ? undefined : (member(map, key) ?? otherwise)),
  // what is unknown is no error, so the first is what Terraform takes
  try: (first) => first,
  coalesce: (first) => first,
};
