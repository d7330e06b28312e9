import { verdictOf, type Report } from "./report";

/** One object, whose names stay the same; they are documented in the package's README. */
export const jsonOf = (command: string, report: Report): string =>
  JSON.stringify(
    {
      command,
      verdict: verdictOf(report),
      sections: report.sections.map(({ title, lines }) => ({ title, lines })),
      ...report.data,
    },
    undefined,
    2,
  );
