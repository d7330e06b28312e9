/** What comes in and goes out as JSON, and how to read what a client sent without trusting it. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
export const objects = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");
export const maybeText = (value: Json | undefined): string | undefined => text(value) || undefined;
export const texts = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

export const textRecord = (value: Json | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(object(value)).map(([name, item]) => [name, text(item)]));

/** What the clouds say, over what a client once sent and the clouds have no rule for. */
export function overlay(sent: JsonObject, known: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...sent };
  for (const [name, value] of Object.entries(known)) {
    const below = sent[name];
    if (value !== undefined) merged[name] = isObject(value) && isObject(below) ? overlay(below, value) : value;
  }
  return merged;
}

export const without = (sent: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => !names.includes(name)));
