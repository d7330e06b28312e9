import { TimeHarness } from "../../support/time";

const time = new TimeHarness();

test("sleeps on the clouds' clock when created and when destroyed, not in real time", async () => {
  const before = Date.now();
  expect(await time.configure("time_sleep", { create_duration: "10m", destroy_duration: "90s" }).apply()).toMatchObject(
    {
      code: 0,
    },
  );
  expect(time.elapsed).toBe(600);
  expect(await time.values()).toMatchObject({ id: "2025-01-31T10:10:00Z" });
  expect(await time.destroy()).toMatchObject({ code: 0 });
  expect(time.elapsed).toBe(690);
  expect(Date.now() - before).toBeLessThan(20_000);
});

test("sleepers that start together sleep side by side", async () => {
  time.configure("time_sleep", { create_duration: "60s", count: 5 });
  await time.apply();
  expect(time.elapsed).toBe(60);
});

test("a changed trigger sleeps again, a changed duration does not", async () => {
  await time.configure("time_sleep", { create_duration: "30s", triggers: { a: "1" } }).apply();
  await time.configure("time_sleep", { create_duration: "60s", triggers: { a: "1" } }).apply();
  expect(time.elapsed).toBe(30);
  expect((await time.configure("time_sleep", { create_duration: "60s", triggers: { a: "2" } }).plan()).text).toContain(
    "must be replaced",
  );
  await time.configure("time_sleep", { create_duration: "60s", triggers: { a: "2" } }).apply();
  expect(time.elapsed).toBe(90);
});

test("the destroy duration that counts is the one in the state", async () => {
  await time.configure("time_sleep", { create_duration: "1s", destroy_duration: "10s" }).apply();
  time.configure("time_sleep", { create_duration: "1s", destroy_duration: "500s" });
  await time.destroy();
  // destroy refreshes but applies no update first
  expect(time.elapsed).toBe(11);
});

test("triggers keep what they were created with under ignore_changes", async () => {
  const frozen = (value: string) => ({
    create_duration: "1s",
    triggers: { id: value },
    lifecycle: { ignore_changes: ["triggers"] },
  });
  await time.configure("time_sleep", frozen("first")).apply();
  expect(await time.configure("time_sleep", frozen("second")).plan()).toMatchObject({ code: 0 });
  expect(await time.values()).toMatchObject({ triggers: { id: "first" } });
});

test.each([
  [{ create_duration: "1h30m" }, "Attribute create_duration must be a number immediately followed by ms"],
  [{ create_duration: "30" }, "Attribute create_duration must be a number immediately followed by ms"],
  [{ destroy_duration: "-1s" }, "Attribute destroy_duration must be a number immediately followed by ms"],
  [{}, "At least one attribute out of [destroy_duration,create_duration] must be specified"],
])("%j is refused", async (values, message) => {
  time.configure("time_sleep", values);
  const outcome = await time.terraform(["validate"]);
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toContain(message);
});

test.each(["1500ms", "1.5s", "0s", "2h"])("%s is a duration", async (duration) => {
  time.configure("time_sleep", { create_duration: duration });
  expect(await time.terraform(["validate"])).toMatchObject({ code: 0 });
});

test("an interrupted sleep ends with an error and leaves nothing", async () => {
  const operator = new AbortController();
  // time stands still while somebody keeps touching the clock
  const awake = setInterval(() => time.clock.touch(), 1);
  time.configure("time_sleep", { create_duration: "1h" });
  const outcome = await time.terraform(["apply", "-auto-approve"], {
    signal: operator.signal,
    onOutput: (chunk) => chunk.includes("Creating...") && operator.abort(),
  });
  clearInterval(awake);
  expect(outcome.text).toContain("Error: Create time sleep error");
  expect(outcome.text).toContain("context canceled");
  expect(await time.values()).toBeUndefined();
});

test("import takes durations and triggers from the id", async () => {
  const values = { create_duration: "30s", triggers: { key: "value" } };
  time.configure("time_sleep", values);
  expect(await time.terraform(["import", "time_sleep.it", "30s,,key=value"])).toMatchObject({ code: 0 });
  expect(await time.configure("time_sleep", values).plan()).toMatchObject({ code: 0 });
  expect(time.elapsed).toBe(0);
});
