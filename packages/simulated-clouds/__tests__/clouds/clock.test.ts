import { Clock, minutes, seconds } from "../../src/clouds/clock";

const START = Date.parse("2025-06-01T00:00:00Z");

describe("a clock that jumps", () => {
  const clock = () => new Clock(START, { kind: "jump", quantum: 5 });

  test("a ten-minute wait costs no ten minutes", async () => {
    const jumping = clock();
    const before = Date.now();
    await jumping.sleep(minutes(10));
    expect(jumping.now()).toBe(START + minutes(10));
    expect(Date.now() - before).toBeLessThan(1000);
  });

  test("waits that overlap pass together, the shorter one first", async () => {
    const jumping = clock();
    const woken: [string, number][] = [];
    const sleeper = async (name: string, ms: number) => {
      await jumping.sleep(ms);
      woken.push([name, jumping.now() - START]);
    };
    await Promise.all([sleeper("long", seconds(30)), sleeper("short", seconds(10)), sleeper("middle", seconds(20))]);
    expect(woken).toEqual([
      ["short", seconds(10)],
      ["middle", seconds(20)],
      ["long", seconds(30)],
    ]);
  });

  test("who sleeps again after waking is not overtaken by a longer sleeper", async () => {
    const jumping = clock();
    const woken: string[] = [];
    const twice = async () => {
      await jumping.sleep(seconds(10));
      await jumping.sleep(seconds(10));
      woken.push("twice ten");
    };
    const long = async () => {
      await jumping.sleep(seconds(25));
      woken.push("once twenty-five");
    };
    await Promise.all([long(), twice()]);
    expect(woken).toEqual(["twice ten", "once twenty-five"]);
    expect(jumping.now()).toBe(START + seconds(25));
  });

  test("work holds the jump back", async () => {
    const jumping = new Clock(START, { kind: "jump", quantum: 60 });
    const sleeping = jumping.sleep(seconds(1));
    for (let beat = 0; beat < 6; beat += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      jumping.touch();
    }
    expect(jumping.now()).toBe(START);
    await sleeping;
    expect(jumping.now()).toBe(START + seconds(1));
  });

  test.each([
    [
      "who asks is seen at work",
      (jumping: Clock) => {
        let busy = true;
        jumping.isBusy = () => busy;
        return () => (busy = false);
      },
    ],
    ["a machine is at work", (jumping: Clock) => jumping.hold()],
  ])("time stands still while %s", async (_who, atWork) => {
    const jumping = clock();
    const rest = atWork(jumping);
    const sleeping = jumping.sleep(seconds(1));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(jumping.now()).toBe(START);
    rest();
    await sleeping;
    expect(jumping.now()).toBe(START + seconds(1));
  });

  test("a machine that rests twice lets nobody else's work be passed over", async () => {
    const jumping = clock();
    const [one, other] = [jumping.hold(), jumping.hold()];
    one();
    one();
    const sleeping = jumping.sleep(seconds(1));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(jumping.now()).toBe(START);
    other();
    await sleeping;
  });

  test("where those who ask can be seen, nothing waits for the moment that shows that nobody does", async () => {
    const jumping = new Clock(START, { kind: "jump", quantum: 200 });
    jumping.isBusy = () => false;
    const before = Date.now();
    for (let count = 0; count < 10; count += 1) await jumping.sleep(seconds(1));
    expect(jumping.now()).toBe(START + seconds(10));
    // only the first wait takes the moment
    expect(Date.now() - before).toBeLessThan(1000);
  });

  test("an appointment does not hurry time, and happens when time passes it", async () => {
    const jumping = clock();
    const seen: number[] = [];
    jumping.at(START + seconds(5), () => seen.push(jumping.now() - START));
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(seen).toEqual([]);
    await jumping.sleep(seconds(60));
    expect(seen).toEqual([seconds(5)]);
  });

  test("time passed by hand wakes everybody due in order, and new appointments on the way are kept", async () => {
    const jumping = clock();
    const seen: number[] = [];
    const everyMinute = () => {
      seen.push(jumping.now() - START);
      jumping.at(jumping.now() + minutes(1), everyMinute);
    };
    jumping.at(START + minutes(1), everyMinute);
    await jumping.advance(minutes(3) + seconds(30));
    expect(seen).toEqual([minutes(1), minutes(2), minutes(3)]);
    expect(jumping.now()).toBe(START + minutes(3) + seconds(30));
  });

  test("a stopped clock wakes nobody", async () => {
    const jumping = clock();
    let woken = false;
    void jumping.sleep(seconds(1)).then(() => (woken = true));
    jumping.stop();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(woken).toBe(false);
  });
});

test("a scaled clock runs a thousand times as fast", async () => {
  const scaled = new Clock(START, { kind: "scaled", factor: 1000 });
  const before = Date.now();
  await scaled.sleep(seconds(100));
  const real = Date.now() - before;
  expect(real).toBeGreaterThanOrEqual(95);
  expect(real).toBeLessThan(1500);
  expect(scaled.now() - START).toBeGreaterThanOrEqual(seconds(100));
});

test("moments are written without fractions, in UTC", () => {
  expect(new Clock(START + 250).timestamp()).toBe("2025-06-01T00:00:00Z");
});
