import type { Clock } from "../../clouds/clock";
import { isUnknown, text, type Values } from "../../protocol/cty";
import { Failure, type Diagnostic } from "../../protocol/diagnostics";
import type { Change, Context, ResourceBehaviour } from "../../protocol/provider-definition";
import { importedUnits, shifted } from "./calendar";
import { fieldsOf, formatRfc3339, momentOf, type Moment } from "./rfc3339";
import { atLeastOneOf, knownTimestamp, timestamps } from "./validation";

const UNITS = ["minutes", "hours", "days", "months", "years"].map((unit) => `rotation_${unit}`);
const ROTATIONS = [...UNITS, "rotation_rfc3339"];

/**
 * `time_rotating`: once its rotation time has passed, reading it drops it from the state, so it is created anew.
 * That is a creation, not a replacement: `replace_triggered_by` does not see it.
 */
export const timeRotating: ResourceBehaviour<Clock> = {
  forceNew: ["triggers", "rfc3339"],
  validate: (config) => [
    ...atLeastOneOf(config, ROTATIONS),
    ...timestamps(config, ["rfc3339", "rotation_rfc3339"]),
    ...UNITS.flatMap((name) => atLeastOne(config, name)),
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

function atLeastOne(config: Values, name: string): Diagnostic[] {
  const value = config[name];
  if (value === null || isUnknown(value) || Number(value) >= 1) return [];
  const detail = `Attribute ${name} value must be at least 1, got: ${Number(value)}`;
  return [{ path: [name], summary: "Invalid Attribute Value", detail }];
}

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
  const moment = shifted(values, "rotation_", base, override);
  const from = formatRfc3339(base);
  return { ...fieldsOf(moment), rotation_rfc3339: formatRfc3339(moment), rfc3339: from, id: from };
}

/** BASETIMESTAMP,YEARS,MONTHS,DAYS,HOURS,MINUTES or BASETIMESTAMP,ROTATIONTIMESTAMP */
function imported(id: string): Values {
  const [base, ...rest] = id.split(",");
  const summary = "Import time rotating error";
  if (base !== "" && rest.length === 1 && rest[0] !== "") {
    return { ...valuesOf({ rotation_rfc3339: rest[0] }, knownTimestamp(base, summary)), triggers: {} };
  }
  if (base !== "" && rest.length === 5 && rest.some((unit) => unit !== "")) {
    const rotations = importedUnits(rest, "rotation_", summary);
    return { ...rotations, ...valuesOf(rotations, knownTimestamp(base, summary)), triggers: {} };
  }
  const detail =
    `Unexpected format of ID ("${id}"), ` +
    "expected BASETIMESTAMP,YEARS,MONTHS,DAYS,HOURS,MINUTES or BASETIMESTAMP,ROTATIONTIMESTAMP";
  throw new Failure({ summary: "Unexpected Format of ID", detail });
}
