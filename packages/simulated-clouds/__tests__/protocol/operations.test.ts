import { setTimeout as pause } from "node:timers/promises";
import { text } from "../../src/protocol/cty";
import { Failure } from "../../src/protocol/diagnostics";
import { TinyHarness } from "../support/tiny";

const tiny = new TinyHarness();

test("a create that fails with a state leaves a tainted object, which the next apply replaces", async () => {
  let broken = true;
  tiny.behaving({
    create: (planned) => {
      const results = tiny.cloud.save(planned, "thing-1", "");
      if (broken) throw new Failure({ summary: "partly done", path: ["size"] }, results);
      return results;
    },
  });
  tiny.configure({ one: { name: "one", size: 5 } });
  const failed = await tiny.apply();
  expect(failed).toMatchObject({ code: 1 });
  expect(failed.text).toMatch(/Error: partly done with tiny_thing.one, .*\d+: "size": 5/);
  expect((await tiny.things()).one).toMatchObject({ tainted: true, values: { id: "thing-1", size: 5 } });

  broken = false;
  expect((await tiny.plan()).text).toMatch(/tiny_thing\.one is tainted, so (it )?must be replaced/);
  await tiny.apply();
  expect(tiny.cloud.log).toContain("delete one");
  expect(await tiny.plan()).toMatchObject({ code: 0 });
});

test("a create that fails without a state saves nothing", async () => {
  tiny.behaving({
    create: () => {
      throw new Failure({ summary: "refused", detail: "not today" });
    },
  });
  tiny.configure({ one: { name: "one" } });
  expect((await tiny.apply()).text).toContain("Error: refused with tiny_thing.one");
  expect(await tiny.things()).toEqual({});
});

test.each([
  ["update", { name: "one", size: 2 }],
  ["delete", undefined],
] as const)("a failed %s keeps the prior state", async (operation, next) => {
  tiny.behaving({
    [operation]: () => {
      throw new Failure({ summary: `cannot ${operation}` });
    },
  });
  const provider = { tiny: {} };
  tiny.configure({ one: { name: "one", size: 1 } }, { provider });
  await tiny.apply();
  tiny.configure(next ? { one: next } : {}, { provider });
  expect((await tiny.apply()).text).toContain(`Error: cannot ${operation}`);
  const { one } = await tiny.things();
  expect(one.values).toMatchObject({ id: "thing-1", size: 1 });
  expect(one.tainted).toBeUndefined();
});

test("a warning accompanies a success", async () => {
  tiny.behaving({
    create: (_planned, context) => {
      context.warn({ summary: "not active yet", detail: "wait for it" });
      return { id: "thing", etag: "etag" };
    },
  });
  const outcome = await tiny.configure({ one: { name: "one" } }).apply();
  expect(outcome).toMatchObject({ code: 0 });
  expect(outcome.text).toMatch(/Warning: not active yet .* wait for it/);
});

test("a bug in a behaviour ends as a plugin error with its stack", async () => {
  tiny.behaving({
    create: () => {
      throw new TypeError("oops");
    },
  });
  const outcome = await tiny.configure({ one: { name: "one" } }).apply();
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toContain("TypeError: oops");
});

test("the timeouts block bounds an operation, else the provider's own bound holds", async () => {
  const seen: number[] = [];
  tiny.behaving({
    timeouts: { create: "30m" },
    create: (planned, { timeout }) => {
      seen.push(timeout);
      return { id: text(planned.name), etag: "etag" };
    },
  });
  await tiny.configure({ one: { name: "one" } }).apply();
  tiny.remove();
  await tiny.configure({ one: { name: "one", timeouts: { create: "1h30m" } } }).apply();
  expect(seen).toEqual([30 * 60_000, 90 * 60_000]);
});

test("private state is kept from call to call", async () => {
  const seen: unknown[] = [];
  tiny.behaving({
    create: (_planned, { privateState }) => {
      privateState.started = 42;
      return { id: "thing", etag: "etag" };
    },
    read: (current, { privateState }) => {
      seen.push(privateState.started);
      return current;
    },
    delete: (_prior, { privateState }) => void seen.push(privateState.started),
  });
  tiny.configure({ one: { name: "one" } });
  await tiny.apply();
  await tiny.destroy();
  expect(seen).toEqual([42, 42]);
});

test("an interrupted Terraform lets a waiting operation end", async () => {
  let started = () => {};
  const creating = new Promise<void>((resolve) => (started = resolve));
  tiny.behaving({
    create: async (_planned, { signal }) => {
      started();
      await pause(60_000, undefined, { signal }).catch(() => {
        throw new Failure({ summary: "interrupted" });
      });
      return {};
    },
  });
  const operator = new AbortController();
  tiny.configure({ one: { name: "one" } });
  const running = tiny.terraform(["apply", "-auto-approve"], { signal: operator.signal });
  await creating;
  operator.abort();
  expect((await running).text).toContain("Error: interrupted");
});

test("a dozen resources take about a second", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `thing${index}`);
  const things: Record<string, object> = Object.fromEntries(names.map((name) => [name, { name }]));
  tiny.configure(things);
  const before = Date.now();
  expect(await tiny.apply()).toMatchObject({ code: 0 });
  // generous: the machine may be busy
  expect(Date.now() - before).toBeLessThan(5000);
});
