import Table from "cli-table3";
import { createColors } from "picocolors";
import { visible, visibleLines } from "../clouds/text";
import {
  attentionOf,
  linesOf,
  worstOf,
  type Line,
  type Report,
  type Section,
  type Status,
  type Table as Rows,
} from "./report";

export interface Look {
  /** How many characters a line may have. */
  readonly columns: number;
  readonly colors: boolean;
}

/** Below this a table's columns stand below one another. */
const NARROW = 72;

export interface Shown {
  /** Only what needs attention, and the closing line. @default false */
  readonly quiet?: boolean;
  /** An unknown counts as failed, and needs attention. @default false */
  readonly strict?: boolean;
}

/**
 * For people: what was looked at, and what was found; at the end once more what needs attention, with its remedies, so that a long report ends
 * with what to do. The text to be copied is not in it.
 */
export function textOf(report: Report, look: Look, { quiet = false, strict = false }: Shown = {}): string {
  const attention = attentionOf(report, { strict });
  const parts = quiet ? [] : lookedAt(report, attention, look);
  if (attention.length > 0 && !quiet) parts.push(createColors(look.colors).bold("What to do"));
  parts.push(...attention.map((section) => sectionText(section, look)));
  if (report.sections.length > 0) parts.push(summary(report, look));
  return `${parts.join("\n\n")}\n`;
}

/** The picture and the sections; the remedies that stand at the end are not repeated. */
function lookedAt({ picture = [], sections }: Report, attention: readonly Section[], look: Look): string[] {
  const atEnd = new Set(attention.flatMap(({ lines }) => lines));
  const parts = sections.map(({ lines, ...section }) =>
    sectionText({ ...section, lines: lines.map((line) => (atEnd.has(line) ? withoutRemedy(line) : line)) }, look),
  );
  // where it does not fit, the sections say the same
  const fits = picture.length > 0 && picture.every((line) => line.length <= look.columns);
  return fits ? [picture.join("\n"), ...parts] : parts;
}

const withoutRemedy = ({ check, status, message }: Line): Line => ({ check, status, message });

function sectionText({ title, table, lines }: Section, look: Look): string {
  const { bold } = createColors(look.colors);
  const parts = [bold(wrapped(visible(title), look.columns).join("\n"))];
  if (table) parts.push(tableText(table, look));
  parts.push(...lines.map((line) => lineText(line, look)));
  return parts.join("\n");
}

function lineText({ check, status, message, remedy }: Line, look: Look): string {
  const colors = createColors(look.colors);
  const paint = { ok: colors.green, warning: colors.yellow, failed: colors.red, unknown: colors.dim, note: colors.dim }[
    status
  ];
  const body = indented(visible(`${check}: ${message}`), look.columns, 10);
  const first = `  ${paint(status.padEnd(8))}${body.slice(10)}`;
  if (remedy === undefined) return first;
  return `${first}\n${remedyText(remedy, look)}`;
}

/** A command stays in one line, however long, so that it can be pasted. */
function remedyText(remedy: string, { columns }: Look): string {
  const lines = visibleLines(remedy)
    .split("\n")
    .map((line, index) => `${index === 0 ? "→" : " "} ${line}`);
  const isCommand = (line: string) => /^. (?:az|avn|export|npx|npm|cdktf|terraform) /.test(line);
  return lines.map((line) => (isCommand(line) ? `${" ".repeat(10)}${line}` : indented(line, columns, 10))).join("\n");
}

function summary(report: Report, { columns }: Look): string {
  const lines = linesOf(report);
  const count = (status: Status) => lines.filter((line) => line.status === status).length;
  const counts = (["failed", "warning", "unknown", "ok", "note"] as const)
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} ${status}`);
  const words = {
    ok: "all checks passed",
    warning: "completed with warnings",
    failed: "some checks failed",
    unknown: "some checks could not be completed",
    // no report is worse than ok for a note
    note: "all checks passed",
  };
  return wrapped(`${words[worstOf(report)]}: ${counts.join(", ")}`, columns).join("\n");
}

function tableText({ head, rows: given }: Rows, { columns, colors }: Look): string {
  const rows = given.map((row) => row.map(visible));
  if (columns < NARROW) {
    const [, ...titles] = head;
    return rows
      .map(([name, ...cells]) =>
        [`  ${name}`, ...cells.map((cell, index) => indented(`${titles[index] ?? ""}: ${cell}`, columns, 4))].join(
          "\n",
        ),
      )
      .join("\n");
  }
  const style = { head: colors ? ["bold"] : [], border: colors ? ["dim"] : [], compact: true };
  const table = new Table({
    head: [...head],
    style,
    colWidths: widths(head, rows, columns - 2),
    wordWrap: true,
    wrapOnWordBoundary: false,
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}

/** As wide as the content, and the last columns less where that is too much. */
function widths(head: readonly string[], rows: readonly (readonly string[])[], columns: number): number[] {
  const wanted = head.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)) + 2);
  const borders = head.length + 1;
  const room = columns - borders;
  const [first = 0, ...others] = wanted;
  const sum = others.reduce((all, one) => all + one, 0);
  if (first + sum <= room) return wanted;
  const each = Math.floor((room - first) / others.length);
  return [first, ...others.map(() => Math.max(each, 12))];
}

function indented(text: string, columns: number, indent: number): string {
  const space = " ".repeat(indent);
  return wrapped(text, Math.max(columns - indent, 20))
    .map((line) => space + line)
    .join("\n");
}

/** At words; what is longer than a line, such as an id, stays whole so that it can be copied. */
function wrapped(text: string, columns: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines = [""];
    for (const word of paragraph.split(" ")) {
      const line = lines[lines.length - 1];
      if (line === "" || line.length + 1 + word.length <= columns)
        lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}
