import { failed, note, ok, type Report, unknown, warning } from "../../src/report/report";
import { textOf } from "../../src/report/text";

const report: Report = {
  picture: ["a picture"],
  sections: [
    {
      title: "Aiven",
      table: { head: ["", "state"], rows: [["VPC", "ACTIVE"]] },
      lines: [
        { check: "VPC", ...ok("ACTIVE") },
        { check: "connection", ...warning("is about to come", "run status again") },
      ],
    },
    { title: "Nothing wrong", lines: [{ check: "token", ...ok("of me", "keep it") }] },
    {
      title: "A network",
      lines: [
        { check: "peering", ...failed("does not exist", "`terraform apply`") },
        { check: "roles", ...unknown("may not be read", "ask somebody") },
        { check: "policies", ...note("are not known") },
      ],
    },
  ],
};
const look = { columns: 60, colors: false };

test("at the end once more what needs attention, by section, and only there its remedies", () => {
  expect(textOf(report, look)).toBe(`a picture

Aiven
  VPC
    state: ACTIVE
  ok      VPC: ACTIVE
  warning connection: is about to come

Nothing wrong
  ok      token: of me
          → keep it

A network
  failed  peering: does not exist
  unknown roles: may not be read
          → ask somebody
  note    policies: are not known

What to do

Aiven
  warning connection: is about to come
          → run status again

A network
  failed  peering: does not exist
          → \`terraform apply\`

some checks failed: 1 failed, 1 warning, 1 unknown, 2 ok, 1
note
`);
});

test("quiet, nothing but that and the closing line", () => {
  expect(textOf(report, look, { quiet: true })).toBe(`Aiven
  warning connection: is about to come
          → run status again

A network
  failed  peering: does not exist
          → \`terraform apply\`

some checks failed: 1 failed, 1 warning, 1 unknown, 2 ok, 1
note
`);
});

test("where it is strict, also what is unknown", () => {
  expect(textOf(report, look, { quiet: true, strict: true })).toContain(
    "  unknown roles: may not be read\n          → ask somebody\n",
  );
});

test("where nothing needs attention it is left out, and quiet is one line", () => {
  const well: Report = { sections: report.sections.slice(1, 2) };
  expect(textOf(well, look)).toBe(
    "Nothing wrong\n  ok      token: of me\n          → keep it\n\nall checks passed: 1 ok\n",
  );
  expect(textOf(well, look, { quiet: true })).toBe("all checks passed: 1 ok\n");
});
