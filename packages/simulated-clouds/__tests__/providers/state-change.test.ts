import { Clock, minutes, seconds } from "../../src/clouds/clock";
import { waitForState, type Found, type StateChange } from "../../src/providers/state-change";

const START = 0;

/** Waits over these findings, the last of which stays; returns when it looked. */
function waiting(findings: (string | undefined)[], change: Partial<StateChange<string>> = {}) {
  const clock = new Clock(START, { kind: "jump", quantum: 1 });
  const looks: number[] = [];
  const refresh = (): Found<string> => {
    looks.push(clock.now() / 1000);
    const state = findings.length > 1 ? findings.shift() : findings[0];
    return state === undefined ? undefined : { thing: `a ${state} thing`, state };
  };
  const wait = { pending: ["CREATING"], target: ["READY"], timeout: minutes(20), signal: new AbortController().signal };
  return { looks, result: waitForState({ clock, refresh, ...wait, ...change }) };
}

test("looks at once without a delay, and backs off up to ten seconds", async () => {
  const { looks, result } = waiting([...Array.from({ length: 9 }, () => "CREATING"), "READY"]);
  expect(await result).toBe("a READY thing");
  expect(looks).toEqual([0, 0.2, 0.6, 1.4, 3, 6.2, 12.6, 22.6, 32.6, 42.6]);
});

test("an interval of its own replaces the back-off", async () => {
  const { looks, result } = waiting(["CREATING", "CREATING", "READY"], {
    pollInterval: seconds(30),
    delay: seconds(5),
  });
  await result;
  expect(looks).toEqual([5, 35, 65]);
});

test("the target must be seen several times in a row: another state starts the count again", async () => {
  const { looks, result } = waiting(["READY", "CREATING", "READY", "READY"], {
    continuousTargetOccurrence: 2,
    pollInterval: seconds(1),
  });
  await result;
  expect(looks).toEqual([0, 1, 2, 3]);
});

test("without a target it waits until nothing is there", async () => {
  const { result } = waiting(["DELETING", undefined], { pending: ["DELETING"], target: [] });
  expect(await result).toBeUndefined();
});

test.each<[string, (string | undefined)[], Partial<StateChange<string>>]>([
  ["unexpected state 'FAILED', wanted target 'READY'. last error: %!s(<nil>)", ["CREATING", "FAILED"], {}],
  ["couldn't find resource (21 retries)", [undefined], {}],
  [
    "timeout while waiting for state to become 'READY' (last state: 'CREATING', timeout: 1m30s)",
    ["CREATING"],
    { timeout: seconds(90) },
  ],
  [
    "timeout while waiting for resource to be gone (last state: 'DELETING', timeout: 5m0s)",
    ["DELETING"],
    { pending: ["DELETING"], target: [], timeout: minutes(5) },
  ],
  [
    "timeout while waiting for state to become 'READY' (timeout: 5s)",
    ["READY"],
    { delay: seconds(10), timeout: seconds(5) },
  ],
  ["context canceled", ["CREATING"], { signal: AbortSignal.abort() }],
])("fails as the SDK does: %s", async (message, findings, change) => {
  await expect(waiting(findings, change).result).rejects.toThrow(message);
});
