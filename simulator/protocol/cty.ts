import { decode, encode, ExtensionCodec } from "@msgpack/msgpack";

/** A value Terraform does not know yet. Its refinement (not null, prefix, length …) is opaque here and echoed. */
export class Unknown {
  constructor(readonly refinement?: Uint8Array) {}

  toString(): string {
    return "(known after apply)";
  }
}

/** A Terraform value. Numbers that are no exact float64 (0.1) travel as strings and are passed on unchanged. */
export type Value = null | string | number | bigint | boolean | Unknown | Value[] | Values;
/** The attributes and nested blocks of one object. */
export interface Values {
  [name: string]: Value;
}

export const UNKNOWN = new Unknown();

export const isUnknown = (value: Value | undefined): value is Unknown => value instanceof Unknown;

export const isObject = (value: Value | undefined): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Unknown);

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

export function fromDynamic(dynamic: DynamicValue | undefined): Value {
  if (dynamic?.msgpack?.length) return decode(dynamic.msgpack, { extensionCodec }) as Value;
  if (dynamic?.json?.length) return JSON.parse(Buffer.from(dynamic.json).toString("utf8")) as Value;
  return null;
}

export function toDynamic(value: Value): DynamicValue {
  return { msgpack: Buffer.from(encode(value, { extensionCodec, ignoreUndefined: true })) };
}
