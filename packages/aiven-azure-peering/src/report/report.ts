/** What came of a look at one thing. `unknown` where that could not be found out, which is no failure. */
export type Verdict = "ok" | "warning" | "failed" | "unknown";

/** One thing that was looked at. */
export interface Line {
  /** What, in a few words that stay the same: scripts look for them. */
  readonly looked: string;
  readonly verdict: Verdict;
  /** What was found. */
  readonly found: string;
  /** What to do: a command, a line of code, or a sentence. */
  readonly remedy?: string;
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
  readonly sections: readonly Section[];
  /** Text to be copied as it stands, such as code: it alone is then written to stdout, and the sections to stderr. */
  readonly text?: string;
  /** What a script wants beside the lines, under names of its own that stay the same. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export const linesOf = ({ sections }: Report): Line[] => sections.flatMap(({ lines }) => [...lines]);

const WORST_FIRST: readonly Verdict[] = ["failed", "warning", "unknown", "ok"];

/** The worst verdict of all. */
export const verdictOf = (report: Report): Verdict =>
  WORST_FIRST.find((verdict) => linesOf(report).some((line) => line.verdict === verdict)) ?? "ok";

/** 0 where nothing failed, even with warnings or with something that could not be looked at; 1 where something did. */
export const exitStatus = (report: Report): 0 | 1 => (verdictOf(report) === "failed" ? 1 : 0);

/** Wrong use, or a cloud that could not be asked. */
export const COULD_NOT_LOOK = 2;
