import { isUnknown, text, type Value, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { add, addDate, type Moment } from "./rfc3339";

const UNITS = ["seconds", "minutes", "hours", "days", "months", "years"] as const;
type Unit = (typeof UNITS)[number];

const STEP: Record<Unit, (moment: Moment, count: number) => Moment> = {
  seconds: (moment, count) => add(moment, count * 1000),
  minutes: (moment, count) => add(moment, count * 60_000),
  hours: (moment, count) => add(moment, count * 3_600_000),
  days: (moment, count) => addDate(moment, 0, 0, count),
  months: (moment, count) => addDate(moment, 0, count, 0),
  years: (moment, count) => addDate(moment, count, 0, 0),
};

/** Each unit starts from the base: where several are given they do not add up, the one that comes last wins. */
const ORDER: readonly Unit[] = ["days", "hours", "minutes", "months", "seconds", "years"];

/** Go's zero time, which is what remains where no unit is known. */
export const ZERO_TIME: Moment = { at: Date.parse("0001-01-01T00:00:00Z"), zone: 0 };

const count = (value: Value | undefined): number =>
  value === null || value === undefined || isUnknown(value) ? 0 : Number(value);

/** The moment that `offset_days`, `rotation_hours` and the like lead to; `override` is rotation_rfc3339. */
export function shifted(values: Values, prefix: "offset_" | "rotation_", base: Moment, override?: Moment): Moment {
  let result = ZERO_TIME;
  for (const unit of ORDER) {
    const amount = count(values[prefix + unit]);
    // years come after rotation_rfc3339, everything else before it
    if (unit === "years" && override) result = override;
    if (amount !== 0) result = STEP[unit](base, amount);
  }
  return result;
}

/** BASETIMESTAMP,YEARS,MONTHS,DAYS,HOURS,MINUTES(,SECONDS) of an import id as attributes. */
export function importedUnits(parts: string[], prefix: "offset_" | "rotation_", summary: string): Values {
  const units = [...UNITS].reverse().slice(0, parts.length);
  return Object.fromEntries(
    units.map((unit, index) => {
      if (parts[index] === "") return [prefix + unit, null];
      if (/^[+-]?\d+$/.test(parts[index])) return [prefix + unit, Number(parts[index])];
      throw new Failure({ summary, detail: `could not parse ("${text(parts[index])}") as int` });
    }),
  );
}
