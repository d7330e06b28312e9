/**
 * What came of a check. `unknown` where that could not be found out, which is no failure; `note` where hardly anybody can find it out, which is
 * no verdict.
 */
export type Status = "ok" | "warning" | "failed" | "unknown" | "note";

/** What a check found. */
export interface Finding {
  readonly status: Status;
  readonly message: string;
  /** What to do: a command, a line of code, or a sentence. */
  readonly remedy?: string;
}

const finding =
  (status: Status) =>
  (message: string, remedy?: string): Finding =>
    remedy === undefined ? { status, message } : { status, message, remedy };

export const ok = finding("ok");
export const warning = finding("warning");
export const failed = finding("failed");
export const unknown = finding("unknown");
export const note = finding("note");

/** A finding, and which check it is of. */
export interface Line extends Finding {
  /** The check's name, which stays the same: scripts look for it. */
  readonly check: string;
}

/** A table of what belongs side by side. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What belongs together, such as one virtual network. */
export interface Section {
  readonly title: string;
  readonly table?: Table;
  readonly lines: readonly Line[];
}

/** What a command has to say. */
export interface Report {
  /** What there is, drawn, to stand above the sections. */
  readonly picture?: readonly string[];
  readonly sections: readonly Section[];
  /** Text to be copied as it stands, such as code: it alone is then written to stdout, and the sections to stderr. */
  readonly text?: string;
  /** What a script wants beside the lines, under names that stay the same. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export const linesOf = ({ sections }: Report): Line[] => sections.flatMap(({ lines }) => [...lines]);

const WORST_FIRST: readonly Status[] = ["failed", "warning", "unknown", "ok"];

/** The worst status of all; a note counts for nothing. */
export const worstOf = (report: Report): Status =>
  WORST_FIRST.find((status) => linesOf(report).some((line) => line.status === status)) ?? "ok";

/** Where somebody has something to do or to wait for. Where it is strict, an unknown counts as failed. */
const needsAttention = ({ status }: Line, strict: boolean): boolean =>
  status === "failed" || status === "warning" || (strict && status === "unknown");

/** The sections with what needs attention alone, and nothing else of them. */
export const attentionOf = ({ sections }: Report, { strict = false } = {}): Section[] =>
  sections
    .map(({ title, lines }) => ({ title, lines: lines.filter((line) => needsAttention(line, strict)) }))
    .filter(({ lines }) => lines.length > 0);

/** 0 where no check failed, even with warnings or unknowns; 1 where one did. Where it is strict, an unknown counts as failed. */
export const exitStatus = (report: Report, { strict = false } = {}): 0 | 1 =>
  linesOf(report).some(({ status }) => status === "failed" || (strict && status === "unknown")) ? 1 : 0;

/** Wrong use, or a cloud that could not be asked. */
export const COULD_NOT_LOOK = 2;

/** A name that is removed or means something else gives another one; a new name does not. */
export const JSON_VERSION = 1;

/** What `--json` prints: one object, whose names stay the same. report.schema.json says which more each command has. */
export interface JsonReport {
  readonly version: typeof JSON_VERSION;
  readonly command: string;
  /** The worst of all lines. */
  readonly status: Status;
  readonly sections: readonly Pick<Section, "title" | "lines">[];
  readonly [name: string]: unknown;
}

/** A report for a script. */
export function jsonOf(command: string, report: Report): string {
  const json: JsonReport = {
    version: JSON_VERSION,
    command,
    status: worstOf(report),
    sections: report.sections.map(({ title, lines }) => ({ title, lines })),
    ...report.data,
  };
  return withoutUnseen(json);
}

/** In JSON, as the escapes that it has for them: a terminal would act on some. */
const withoutUnseen = (value: object): string =>
  JSON.stringify(value, undefined, 2).replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, (each) =>
    [...Array(each.length).keys()].map((at) => `\\u${each.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
