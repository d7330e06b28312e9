import { exitStatus, type Verdict, verdictOf } from "../../src/report/report";

const report = (...verdicts: Verdict[]) => ({
  sections: verdicts.map((verdict) => ({ title: "", lines: [{ looked: "it", verdict, found: "" }] })),
});

test.each<[Verdict, 0 | 1, Verdict[]]>([
  ["ok", 0, []],
  ["ok", 0, ["ok", "ok"]],
  ["unknown", 0, ["ok", "unknown"]],
  ["warning", 0, ["unknown", "warning", "ok"]],
  ["failed", 1, ["unknown", "warning", "failed", "ok"]],
])("the whole is %s, and the command ends with %d, where the parts are %j", (whole, status, parts) => {
  expect([verdictOf(report(...parts)), exitStatus(report(...parts))]).toEqual([whole, status]);
});
