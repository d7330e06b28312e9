import { decode, encode, ExtensionCodec } from "@msgpack/msgpack";
import { holdsDynamic, type CtyType } from "./cty-type";

/** A value Terraform does not know yet. Its refinement (not null, prefix, length …) is opaque here and echoed. */
export class Unknown {
  constructor(readonly refinement?: Uint8Array) {}

  toString(): string {
    return "(known after apply)";
  }
}

/** The value of an attribute without a fixed type ("dynamic"): it brings its own. Null and unknown need none. */
export class Dynamic {
  constructor(
    readonly type: CtyType,
    readonly value: Value,
  ) {}
}

/** A Terraform value. Numbers that are no exact float64 (0.1) travel as strings and are passed on unchanged. */
export type Value = null | string | number | bigint | boolean | Unknown | Dynamic | Value[] | Values;
/** The attributes and nested blocks of one object. */
export interface Values {
  [name: string]: Value;
}

export const UNKNOWN = new Unknown();

export const isUnknown = (value: Value | undefined): value is Unknown => value instanceof Unknown;

export const isObject = (value: Value | undefined): value is Values =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Unknown) &&
  !(value instanceof Dynamic);

/** What `d.Get(…).(string)` gives a provider written with the SDK: an unknown or absent string reads as "". */
export const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");

/** What `d.Get(…).(bool)` gives such a provider: an unknown or absent flag reads as false. */
export const flag = (value: Value | undefined): boolean => value === true;

/** The strings of a list or set; unknown or absent reads as empty. */
export const texts = (value: Value | undefined): string[] => (Array.isArray(value) ? value.map(text) : []);

/** The first block of a repeated block that holds at most one. */
export function firstBlock(value: Value | undefined): Values | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return isObject(first) ? first : undefined;
}

/** A value as sent by Terraform: msgpack, or JSON where it comes from a state file. */
export interface DynamicValue {
  msgpack?: Uint8Array;
  json?: Uint8Array;
}

// Extension 0 is a plain unknown, 12 one with refinements.
const extensionCodec = new ExtensionCodec();
extensionCodec.register({
  type: 0,
  encode: (value) => (value instanceof Unknown && !value.refinement ? new Uint8Array([0]) : null),
  decode: () => UNKNOWN,
});
extensionCodec.register({
  type: 12,
  encode: (value) => (value instanceof Unknown && value.refinement ? value.refinement : null),
  decode: (data) => new Unknown(Uint8Array.from(data)),
});

/** `type` says where a value brings its own type; it may be left out where none does. */
export function fromDynamic(dynamic: DynamicValue | undefined, type?: CtyType): Value {
  const value = decoded(dynamic);
  return type && holdsDynamic(type) ? typed(type, value) : value;
}

function decoded(dynamic: DynamicValue | undefined): Value {
  if (dynamic?.msgpack?.length) return decode(dynamic.msgpack, { extensionCodec }) as Value;
  if (dynamic?.json?.length) return JSON.parse(Buffer.from(dynamic.json).toString("utf8")) as Value;
  return null;
}

export function toDynamic(value: Value, type?: CtyType): DynamicValue {
  const bare = type && holdsDynamic(type) ? untyped(value) : value;
  return { msgpack: Buffer.from(encode(bare, { extensionCodec, ignoreUndefined: true })) };
}

/** On the wire a value that brings its type is a pair: the type as JSON, and the value. */
function typed(type: CtyType, value: Value): Value {
  if (value === null || value instanceof Unknown) return value;
  if (type === "dynamic") {
    const [bytes, inner] = value as [unknown, Value];
    const own = JSON.parse(Buffer.from(bytes as Uint8Array).toString("utf8")) as CtyType;
    return new Dynamic(own, typed(own, inner));
  }
  if (!Array.isArray(type)) return value;
  if (type[0] === "tuple") return (value as Value[]).map((member, index) => typed(type[1][index], member));
  if (Array.isArray(value)) return value.map((member) => typed(type[1] as CtyType, member));
  const memberOf = (name: string): CtyType => (type[0] === "object" ? type[1][name] : type[1]);
  return mapValues(value as Values, (member, name) => typed(memberOf(name), member));
}

function untyped(value: Value): Value {
  if (value instanceof Dynamic) return [Buffer.from(JSON.stringify(value.type)), untyped(value.value)] as never;
  if (Array.isArray(value)) return value.map(untyped);
  return isObject(value) ? mapValues(value, untyped) : value;
}

const mapValues = (values: Values, change: (value: Value, name: string) => Value): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));
