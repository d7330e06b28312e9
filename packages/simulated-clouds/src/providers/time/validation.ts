import { isUnknown, text, type Value, type Values } from "../../protocol/cty";
import { Failure, type Diagnostic } from "../../protocol/diagnostics";
import { parseRfc3339, type Moment } from "./rfc3339";

const isSet = (value: Value) => value !== null;

/** The framework's AtLeastOneOf for a whole resource; an unknown argument may yet be set. */
export function atLeastOneOf(config: Values, names: readonly string[]): Diagnostic[] {
  if (names.some((name) => isSet(config[name]))) return [];
  const detail = `At least one of these attributes must be configured: [${names.join(",")}]`;
  return [{ summary: "Missing Attribute Configuration", detail }];
}

/** Each of the arguments, where it is set and known, is a timestamp. */
export function timestamps(config: Values, names: readonly string[]): Diagnostic[] {
  return names
    .filter((name) => isSet(config[name]) && !isUnknown(config[name]) && !parseRfc3339(text(config[name])))
    .map((name) => ({
      path: [name],
      summary: "Invalid RFC3339 String Value",
      detail: `A string value was provided that is not valid RFC3339 string format.\n\nGiven Value: ${text(config[name])}`,
    }));
}

/** A timestamp that became known only at apply. */
export function knownTimestamp(value: Value, summary: string): Moment {
  const moment = parseRfc3339(text(value));
  if (moment) return moment;
  const detail = `A string value was provided that is not valid RFC3339 string format.\n\nGiven Value: ${text(value)}`;
  throw new Failure({ summary, detail });
}
