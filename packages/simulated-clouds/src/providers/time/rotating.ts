import type { Clock } from "../../clouds/clock";
import { isUnknown, text, type Value, type Values } from "../../protocol/cty";
import { Failure, type Diagnostic } from "../../protocol/diagnostics";
import type { Change, Context, ResourceBehaviour } from "../../protocol/provider-definition";
import { add, addDate, fieldsOf, formatRfc3339, momentOf, parseRfc3339, type Moment } from "./rfc3339";

const UNITS = ["minutes", "hours", "days", "months", "years"] as const;
const ARGUMENTS = UNITS.map((unit) => `rotation_${unit}`);
const ROTATIONS = [...ARGUMENTS, "rotation_rfc3339"];

/**
 * `time_rotating`: once its rotation time has passed, reading it drops it from the state, so it is created again.
 * That is a creation, not a replacement: `replace_triggered_by` does not see it.
 */
export const timeRotating: ResourceBehaviour<Clock> = {
  forceNew: ["triggers", "rfc3339"],
  validate: (config) => [
    ...oneRotation(config),
    ...timestamps(config, ["rfc3339", "rotation_rfc3339"]),
    ...ARGUMENTS.flatMap((name) => atLeastOne(config, name)),
  ],
  plan,

  create(planned, { client }) {
    const base = text(planned.rfc3339)
      ? knownTimestamp(planned.rfc3339, "Create time rotating error")
      : momentOf(client.now());
    return valuesOf(planned, base);
  },

  read(current, { client }) {
    const rotation = text(current.rotation_rfc3339);
    if (!rotation) return current;
    return client.now() > knownTimestamp(rotation, "Read time rotating error").at ? null : current;
  },

  update: (_prior, planned) => valuesOf(planned, knownTimestamp(planned.rfc3339, "Update time rotating error")),
  delete: () => {},
  importState: imported,
};

/** A changed rotation counts from the old base and is known at plan; one that has passed already replaces. */
function plan({ prior, config, planned, replace }: Change, { client }: Context<Clock>): void {
  if (!prior || prior.rfc3339 !== planned.rfc3339) return;
  if (ROTATIONS.every((name) => prior[name] === planned[name])) return;
  if (config.rotation_rfc3339 === null) planned.rotation_rfc3339 = null;
  Object.assign(planned, valuesOf(planned, knownTimestamp(planned.rfc3339, "Update time rotating error")));
  const passed = client.now() > knownTimestamp(planned.rotation_rfc3339, "Update time rotating error").at;
  if (passed && config.rotation_rfc3339 !== null) replace(["rotation_rfc3339"]);
}

function valuesOf(values: Values, base: Moment): Values {
  const given = text(values.rotation_rfc3339);
  const override = given ? knownTimestamp(given, "Create time rotating error") : undefined;
  const moment = rotated(values, base, override);
  const from = formatRfc3339(base);
  return { ...fieldsOf(moment), rotation_rfc3339: formatRfc3339(moment), rfc3339: from, id: from };
}

const STEP: Record<(typeof UNITS)[number], (moment: Moment, count: number) => Moment> = {
  minutes: (moment, count) => add(moment, count * 60_000),
  hours: (moment, count) => add(moment, count * 3_600_000),
  days: (moment, count) => addDate(moment, 0, 0, count),
  months: (moment, count) => addDate(moment, 0, count, 0),
  years: (moment, count) => addDate(moment, count, 0, 0),
};

/** Each unit starts from the base: where several are given they do not add up, the one that comes last wins. */
const ORDER = ["days", "hours", "minutes", "months", "years"] as const;

/** Go's zero time, which is what remains where no unit is known. */
const ZERO_TIME: Moment = { at: Date.parse("0001-01-01T00:00:00Z"), zone: 0 };

const count = (value: Value | undefined): number =>
  value === null || value === undefined || isUnknown(value) ? 0 : Number(value);

/** The moment that `rotation_hours` and the like lead to; `override` is `rotation_rfc3339`. */
function rotated(values: Values, base: Moment, override?: Moment): Moment {
  let result = ZERO_TIME;
  for (const unit of ORDER) {
    const amount = count(values[`rotation_${unit}`]);
    // years come after rotation_rfc3339, everything else before it
    if (unit === "years" && override) result = override;
    if (amount !== 0) result = STEP[unit](base, amount);
  }
  return result;
}

/** The framework's AtLeastOneOf for a whole resource; an unknown argument may yet be set. */
function oneRotation(config: Values): Diagnostic[] {
  if (ROTATIONS.some((name) => config[name] !== null)) return [];
  const detail = `At least one of these attributes must be configured: [${ROTATIONS.join(",")}]`;
  return [{ summary: "Missing Attribute Configuration", detail }];
}

function atLeastOne(config: Values, name: string): Diagnostic[] {
  const value = config[name];
  if (value === null || isUnknown(value) || Number(value) >= 1) return [];
  const detail = `Attribute ${name} value must be at least 1, got: ${Number(value)}`;
  return [{ path: [name], summary: "Invalid Attribute Value", detail }];
}

const INVALID = "Invalid RFC3339 String Value";
const invalid = (value: Value) =>
  `A string value was provided that is not valid RFC3339 string format.\n\nGiven Value: ${text(value)}`;

/** Each of the arguments, where it is set and known, is a timestamp. */
function timestamps(config: Values, names: readonly string[]): Diagnostic[] {
  return names
    .filter((name) => config[name] !== null && !isUnknown(config[name]) && !parseRfc3339(text(config[name])))
    .map((name) => ({ path: [name], summary: INVALID, detail: invalid(config[name]) }));
}

/** A timestamp that became known only at apply. */
function knownTimestamp(value: Value, summary: string): Moment {
  const moment = parseRfc3339(text(value));
  if (moment) return moment;
  throw new Failure({ summary, detail: invalid(value) });
}

/** BASETIMESTAMP,YEARS,MONTHS,DAYS,HOURS,MINUTES or BASETIMESTAMP,ROTATIONTIMESTAMP */
function imported(id: string): Values {
  const [base, ...rest] = id.split(",");
  const summary = "Import time rotating error";
  if (base !== "" && rest.length === 1 && rest[0] !== "") {
    return { ...valuesOf({ rotation_rfc3339: rest[0] }, knownTimestamp(base, summary)), triggers: {} };
  }
  if (base !== "" && rest.length === 5 && rest.some((unit) => unit !== "")) {
    const rotations = importedUnits(rest, summary);
    return { ...rotations, ...valuesOf(rotations, knownTimestamp(base, summary)), triggers: {} };
  }
  const detail =
    `Unexpected format of ID ("${id}"), ` +
    "expected BASETIMESTAMP,YEARS,MONTHS,DAYS,HOURS,MINUTES or BASETIMESTAMP,ROTATIONTIMESTAMP";
  throw new Failure({ summary: "Unexpected Format of ID", detail });
}

function importedUnits(parts: readonly string[], summary: string): Values {
  const units = [...ARGUMENTS].reverse();
  return Object.fromEntries(
    units.map((argument, index) => {
      if (parts[index] === "") return [argument, null];
      if (/^[+-]?\d+$/.test(parts[index])) return [argument, Number(parts[index])];
      throw new Failure({ summary, detail: `could not parse ("${parts[index]}") as int` });
    }),
  );
}
