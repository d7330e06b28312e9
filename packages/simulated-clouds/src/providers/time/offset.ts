import type { Clock } from "../../clouds/clock";
import { isUnknown, text, UNKNOWN, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { Change, ResourceBehaviour } from "../../protocol/provider-definition";
import { importedUnits, shifted } from "./calendar";
import { fieldsOf, formatRfc3339, momentOf, type Moment } from "./rfc3339";
import { atLeastOneOf, knownTimestamp } from "./validation";

const OFFSETS = ["seconds", "minutes", "hours", "days", "months", "years"].map((unit) => `offset_${unit}`);
const COMPUTED = ["id", "rfc3339", "year", "month", "day", "hour", "minute", "second", "unix"];

/** `time_offset`: a moment before or after the one it was created at, or was told. */
export const timeOffset: ResourceBehaviour<Clock> = {
  forceNew: ["triggers"],
  validate: (config) => atLeastOneOf(config, OFFSETS),
  plan,

  create(planned, { client }) {
    return valuesOf(planned, text(planned.base_rfc3339) ? baseOf(planned) : momentOf(client.now()));
  },

  read: (current) => current,
  update: (_prior, planned) => valuesOf(planned, baseOf(planned)),
  delete: () => {},

  importState(id) {
    const [base, ...units] = id.split(",");
    if (units.length !== 6 || base === "" || units.every((unit) => unit === "")) {
      const detail = `Unexpected format of ID ("${id}"), expected BASETIMESTAMP,YEARS,MONTHS,DAYS,HOURS,MINUTES,SECONDS`;
      throw new Failure({ summary: "Unexpected Format of ID", detail });
    }
    const offsets = importedUnits(units, "offset_", "Import time offset error");
    return { ...offsets, ...valuesOf(offsets, knownTimestamp(base, "Create time offset error")), triggers: {} };
  },
};

/** An update shows its result already at plan; a new base alone leaves it to the apply. */
function plan({ prior, planned }: Change): void {
  if (!prior) return;
  if (OFFSETS.some((name) => prior[name] !== planned[name])) Object.assign(planned, valuesOf(planned, baseOf(planned)));
  else if (prior.base_rfc3339 !== planned.base_rfc3339) for (const name of COMPUTED) planned[name] = UNKNOWN;
}

const baseOf = ({ base_rfc3339: base }: Values) =>
  knownTimestamp(isUnknown(base) ? null : base, "Create time offset error");

function valuesOf(values: Values, base: Moment): Values {
  const moment = shifted(values, "offset_", base);
  const from = formatRfc3339(base);
  return { ...fieldsOf(moment), rfc3339: formatRfc3339(moment), base_rfc3339: from, id: from };
}
