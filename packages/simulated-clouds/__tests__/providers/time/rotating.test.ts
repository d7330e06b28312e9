import { addDate, formatRfc3339, parseRfc3339, type Moment } from "../../../src/providers/time/rfc3339";
import { TimeHarness } from "../../support/time";

const time = new TimeHarness();
const DAY = 86_400_000;

test("several rotations do not add up: years win over days", async () => {
  await time.configure("time_rotating", { rotation_days: 5, rotation_years: 1 }).apply();
  expect(await time.values()).toMatchObject({ rotation_rfc3339: "2026-01-31T10:00:00Z", year: 2026, month: 1 });
});

test("time_rotating vanishes when its time has passed, and is created again from then", async () => {
  await time.configure("time_rotating", { rotation_days: 30 }).apply();
  expect(await time.values()).toMatchObject({ rotation_rfc3339: "2025-03-02T10:00:00Z" });
  await time.clock.advance(30 * DAY);
  expect(await time.configure("time_rotating", { rotation_days: 30 }).plan()).toMatchObject({ code: 0 });
  await time.clock.advance(1000);
  expect((await time.configure("time_rotating", { rotation_days: 30 }).plan()).text).toContain("will be created");
  await time.configure("time_rotating", { rotation_days: 30 }).apply();
  expect(await time.values()).toMatchObject({ id: "2025-03-02T10:00:01Z", rotation_rfc3339: "2025-04-01T10:00:01Z" });
});

test("a changed rotation is an update that counts from the old base", async () => {
  await time.configure("time_rotating", { rotation_days: 7 }).apply();
  const outcome = await time.configure("time_rotating", { rotation_months: 3 }).plan();
  expect(outcome.text).toContain("will be updated in-place");
  // there is no 31st of April
  expect(outcome.text).toContain('rotation_rfc3339 = "2025-02-07T10:00:00Z" -> "2025-05-01T10:00:00Z"');
  expect(await time.configure("time_rotating", { rotation_months: 3 }).apply()).toMatchObject({ code: 0 });
  expect(await time.configure("time_rotating", { rotation_months: 3 }).plan()).toMatchObject({ code: 0 });
});

test.each([
  [{}, "At least one of these attributes must be configured: [rotation_minutes"],
  [{ rotation_days: 0 }, "Attribute rotation_days value must be at least 1, got: 0"],
  [{ rotation_rfc3339: "tomorrow" }, "Invalid RFC3339 String Value"],
])("time_rotating %j is refused", async (values, message) => {
  time.configure("time_rotating", values);
  const outcome = await time.terraform(["validate"]);
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toContain(message);
});

test.each([
  ["2025-01-30T00:00:00Z,,,7,,", { rotation_days: 7 }],
  ["2025-01-30T00:00:00Z,2025-02-30T00:00:00Z", undefined],
])("time_rotating is imported as %s", async (id, values) => {
  time.configure("time_rotating", values ?? { rotation_days: 1 });
  const outcome = await time.terraform(["import", "time_rotating.it", id]);
  if (!values) {
    expect(outcome).toMatchObject({ code: 1 });
    return;
  }
  expect(outcome).toMatchObject({ code: 0 });
  // the import cannot know that no triggers are configured
  expect((await time.values())?.triggers).toEqual({});
});

test.each([
  ["2024-02-29T12:00:00Z", [1, 0, 0], "2025-03-01T12:00:00Z"],
  ["2025-01-31T12:00:00Z", [0, 1, 0], "2025-03-03T12:00:00Z"],
  ["2025-01-01T00:30:00+02:00", [0, 0, 1], "2025-01-02T00:30:00+02:00"],
  ["2025-12-31T23:59:59-03:30", [0, 0, 1], "2026-01-01T23:59:59-03:30"],
])("%s and %j are %s, as Go adds dates", (from, [years, months, days], to) => {
  expect(formatRfc3339(addDate(parseRfc3339(from) as Moment, years, months, days))).toBe(to);
});

test.each(["2025-02-30T00:00:00Z", "2025-01-01", "2025-01-01T00:00:00", "2025-13-01T00:00:00Z"])(
  "%s is no timestamp",
  (text) => expect(parseRfc3339(text)).toBeUndefined(),
);
