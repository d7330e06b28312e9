import type { Spread } from "./measure";

/** One figure: a ratio, or a count that has a goal of its own. */
export interface Row {
  readonly what: string;
  readonly to: string;
  readonly value: Spread | number;
  readonly goal?: number;
  readonly note?: string;
}

/** What a part of the bench found: figures, and what is shown below the table. */
export interface Part {
  readonly rows: readonly Row[];
  readonly appendix?: readonly string[];
}

const figure = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));

function line({ what, to, value, goal, note }: Row): string[] {
  const { median, min, max } = typeof value === "number" ? { median: value, min: undefined, max: undefined } : value;
  const verdict = goal === undefined ? "" : `${median <= goal ? "yes" : "no"} (≤ ${figure(goal)})`;
  const range = min === undefined ? "" : `${figure(min)}–${figure(max)}`;
  return [what, to, figure(median), range, verdict, note ?? ""];
}

/** One Markdown table of all that was measured. */
export function table(rows: readonly Row[]): string {
  const cells = [["what", "÷ what", "median", "min–max", "goal", "in figures"], ...rows.map(line)];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const text = cells.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`);
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [text[0], rule, ...text.slice(1)].join("\n");
}
