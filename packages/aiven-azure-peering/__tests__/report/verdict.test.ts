import { exitStatus, type Status, worstOf } from "../../src/report/report";

const report = (...statuses: Status[]) => ({
  sections: statuses.map((status) => ({ title: "", lines: [{ check: "it", status, message: "" }] })),
});

test.each<[0 | 1, Status[]]>([
  [1, ["ok", "unknown"]],
  [1, ["failed"]],
  [0, ["ok", "warning", "note"]],
])("where it is strict, it ends with %d for %j", (code, parts) => {
  expect(exitStatus(report(...parts), { strict: true })).toBe(code);
});

test.each<[Status, 0 | 1, Status[]]>([
  ["ok", 0, []],
  ["ok", 0, ["ok", "ok"]],
  ["unknown", 0, ["ok", "unknown"]],
  ["warning", 0, ["unknown", "warning", "ok"]],
  ["failed", 1, ["unknown", "warning", "failed", "ok"]],
  ["ok", 0, ["note", "ok", "note"]],
  ["unknown", 0, ["note", "unknown"]],
])("the whole is %s, and the command ends with %d, where the parts are %j", (whole, code, parts) => {
  expect([worstOf(report(...parts)), exitStatus(report(...parts))]).toEqual([whole, code]);
});
