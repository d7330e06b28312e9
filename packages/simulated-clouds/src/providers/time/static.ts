import type { Clock } from "../../clouds/clock";
import { isUnknown, type Values } from "../../protocol/cty";
import type { ResourceBehaviour } from "../../protocol/provider-definition";
import { fieldsOf, formatRfc3339, momentOf, type Moment } from "./rfc3339";
import { knownTimestamp, timestamps } from "./validation";

/** `time_static`: remembers when it was created, or the moment it was told. */
export const timeStatic: ResourceBehaviour<Clock> = {
  forceNew: ["triggers", "rfc3339"],
  validate: (config) => timestamps(config, ["rfc3339"]),

  // only a configured moment is known before apply; the current one would differ between plan and apply
  plan({ prior, config, planned }) {
    if (prior || config.rfc3339 === null || isUnknown(config.rfc3339)) return;
    Object.assign(planned, fieldsOf(knownTimestamp(config.rfc3339, "Create time static error")));
    planned.id = config.rfc3339;
  },

  create(planned, { client }) {
    if (planned.rfc3339 === null || isUnknown(planned.rfc3339)) return valuesOf(momentOf(client.now()));
    return valuesOf(knownTimestamp(planned.rfc3339, "Create time static error"));
  },

  read: (current) => current,
  delete: () => {},
  importState: (id) => ({ ...valuesOf(knownTimestamp(id, "Import time static error")), triggers: {} }),
};

function valuesOf(moment: Moment): Values {
  const written = formatRfc3339(moment);
  return { ...fieldsOf(moment), rfc3339: written, id: written };
}
