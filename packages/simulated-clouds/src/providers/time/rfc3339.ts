import type { Values } from "../../protocol/cty";

/** A moment and the zone it was written in, which Go keeps when it adds to it and prints it. */
export interface Moment {
  readonly at: number;
  /** Minutes east of UTC. */
  readonly zone: number;
}

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

export function parseRfc3339(text: string): Moment | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const at = Date.parse(text);
  const [, , month, day] = match.map(Number);
  // Date accepts the 31st of any month; Go does not
  const exists = new Date(Date.UTC(Number(match[1]), month - 1, day)).getUTCDate() === day;
  if (Number.isNaN(at) || !exists) return undefined;
  const zone = match[7] ? (match[7] === "-" ? -1 : 1) * (Number(match[8]) * 60 + Number(match[9])) : 0;
  return { at: Math.floor(at / 1000) * 1000, zone };
}

export const momentOf = (milliseconds: number): Moment => ({ at: Math.floor(milliseconds / 1000) * 1000, zone: 0 });

export function formatRfc3339(moment: Moment): string {
  const local = new Date(moment.at + moment.zone * 60_000).toISOString().slice(0, 19);
  if (moment.zone === 0) return `${local}Z`;
  const [hours, minutes] = [Math.floor(Math.abs(moment.zone) / 60), Math.abs(moment.zone) % 60];
  const pad = (count: number) => String(count).padStart(2, "0");
  return `${local}${moment.zone < 0 ? "-" : "+"}${pad(hours)}:${pad(minutes)}`;
}

/** Adds calendar units; a day that does not exist runs over into the next month. */
export function addDate(moment: Moment, years: number, months: number, days: number): Moment {
  const local = new Date(moment.at + moment.zone * 60_000);
  local.setUTCFullYear(local.getUTCFullYear() + years, local.getUTCMonth() + months, local.getUTCDate() + days);
  return { ...moment, at: local.getTime() - moment.zone * 60_000 };
}

export const add = (moment: Moment, milliseconds: number): Moment => ({ ...moment, at: moment.at + milliseconds });

/** The parts of a moment, as attributes. */
export function fieldsOf(moment: Moment): Values {
  const local = new Date(moment.at + moment.zone * 60_000);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    unix: moment.at / 1000,
  };
}
