import type { Clock } from "../../clouds/clock";
import { isUnknown, text, type Value, type Values } from "../../protocol/cty";
import { Failure, type Diagnostic } from "../../protocol/diagnostics";
import { parseDuration } from "../../protocol/duration";
import type { ResourceBehaviour, ResourceContext } from "../../protocol/provider-definition";
import { pause } from "../pause";
import { formatRfc3339, momentOf } from "./rfc3339";

/** Stricter than Go's durations: one number, one unit. "1h30m" is refused. */
const DURATION = /^[0-9]+(\.[0-9]+)?(ms|s|m|h)$/;
const DURATIONS = ["create_duration", "destroy_duration"];

/** `time_sleep`: waits when created and when destroyed. Its triggers replace it, hence make it wait again. */
export const timeSleep: ResourceBehaviour<Clock> = {
  forceNew: ["triggers"],
  validate,

  async create(planned, context) {
    await sleepFor(planned.create_duration, "Create time sleep error", context);
    return { id: formatRfc3339(momentOf(context.client.now())) };
  },

  read: (current) => current,

  // a new duration alone makes nothing wait
  update: () => ({}),

  // waits as long as the state says, not the configuration
  delete: (prior, context) => sleepFor(prior.destroy_duration, "Delete time sleep error", context),

  importState: (id, { client }) => imported(id, client),
};

function validate(config: Values): Diagnostic[] {
  const found: Diagnostic[] = DURATIONS.filter((name) => config[name] !== null && !isUnknown(config[name]))
    .filter((name) => !DURATION.test(text(config[name])))
    .map((name) => ({
      path: [name],
      summary: "Invalid Attribute Value Match",
      detail:
        `Attribute ${name} must be a number immediately followed by ms (milliseconds), s (seconds), m (minutes), ` +
        `or h (hours). For example, "30s" for 30 seconds., got: ${text(config[name])}`,
    }));
  if (DURATIONS.every((name) => config[name] === null)) {
    found.push({
      summary: "Invalid Attribute Combination",
      detail: `At least one attribute out of [${[...DURATIONS].reverse().join(",")}] must be specified`,
      path: ["create_duration"],
    });
  }
  return found;
}

async function sleepFor(duration: Value, summary: string, { client, signal }: ResourceContext<Clock>): Promise<void> {
  if (!text(duration)) return;
  const milliseconds = parseDuration(text(duration));
  if (milliseconds === undefined) {
    const detail = `The create_duration cannot be parsed\n\n+Original Error: time: invalid duration "${text(duration)}"`;
    throw new Failure({ summary, detail });
  }
  if (!(await pause(client, milliseconds, signal))) {
    throw new Failure({ summary, detail: "Original Error: context canceled" });
  }
}

/** CREATEDURATION,DESTROYDURATION,KEY=VALUE,… */
function imported(id: string, clock: Clock): Values {
  const [create = "", destroy, ...pairs] = id.split(",");
  if (destroy === undefined || (create === "" && destroy === "")) {
    const detail = `Unexpected format of ID ("${id}"), expected CREATEDURATION,DESTROYDURATION,KEY=VALUE,KEY=VALUE...`;
    throw new Failure({ summary: "Unexpected Format of ID", detail });
  }
  const triggers = pairs.map((pair) => {
    const [key, value, more] = pair.split("=");
    if (value !== undefined && more === undefined) return [key, value] as const;
    const detail = `Trigger import entries must be KEY=VALUE, got ${pair}`;
    throw new Failure({ summary: "Trigger import error", detail });
  });
  return {
    id: formatRfc3339(momentOf(clock.now())),
    create_duration: create || null,
    destroy_duration: destroy || null,
    triggers: Object.fromEntries(triggers),
  };
}
