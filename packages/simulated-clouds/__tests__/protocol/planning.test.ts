import { testNeeding } from "../../../../tools/needing";
import { TinyHarness } from "../support/tiny";

const refinedTest = testNeeding("partly known values", "what an engine makes of a value that is known in part");

const tiny = new TinyHarness();

test("apply, empty plan, destroy", async () => {
  tiny.configure({ one: { name: "one", size: 3, part: [{ key: "a" }, { key: "b" }] } });
  expect(await tiny.apply()).toMatchObject({ code: 0 });
  expect((await tiny.things()).one.values).toMatchObject({ id: "thing-1", size: 3, zone: null, note: "noted" });
  expect(await tiny.plan()).toMatchObject({ code: 0 });
  expect(await tiny.destroy()).toMatchObject({ code: 0 });
  expect(tiny.cloud.things.size).toBe(0);
});

test("what a provider computes is unknown at plan, and known to whoever refers to it at apply", async () => {
  const two = { name: "${tiny_thing.one.etag}", note: "${tiny_thing.one.id}" };
  tiny.configure({ one: { name: "one" }, two });
  const planned = await tiny.plan();
  expect(planned.text).toMatch(/"two" \{ .* name = \(known after apply\)/);
  await tiny.apply();
  expect((await tiny.things()).two.values).toMatchObject({ name: "etag-2", note: "thing-1" });
});

refinedTest("an unknown that is known in part is passed on as it came", async () => {
  const two = { name: "two", note: "note-${tiny_thing.one.etag}", zone: "zone-${tiny_thing.one.id}" };
  // Terraform knows the prefix: it refuses a plan, and a result, that has lost it
  const output = { starts: { value: '${startswith(tiny_thing.two.note, "note-")}' } };
  tiny.configure({ one: { name: "one" }, two }, { output });
  expect((await tiny.plan()).text).toContain("starts = true");
  expect(await tiny.apply()).toMatchObject({ code: 0 });
  expect((await tiny.things()).two.values).toMatchObject({ note: "note-etag-2", zone: "zone-thing-1" });
});

test("an update touches only what it must: computed values stay known unless they are recomputed", async () => {
  tiny.configure({ one: { name: "one", size: 1 } }, outputs("id", "etag"));
  await tiny.apply();
  tiny.configure({ one: { name: "one", size: 2 } }, outputs("id", "etag"));
  const planned = await tiny.plan();
  expect(planned.text).toContain("will be updated in-place");
  expect(planned.text).toContain('etag = "etag-2" -> (known after apply)');
  expect(planned.text).not.toContain('id = "thing-1" ->');
  // what the provider did not say at first is not expected later
  expect(planned.text).not.toContain("owner");
  await tiny.apply();
  expect(tiny.cloud.log.filter((line) => !line.startsWith("configure"))).toEqual(["create one", "update one"]);
});

const outputs = (...names: string[]) => ({
  output: Object.fromEntries(names.map((name) => [name, { value: `\${tiny_thing.one.${name}}` }])),
});

test("a change of a forceNew argument replaces, the order of a set's elements is no change", async () => {
  tiny.configure({ one: { name: "one", labels: ["x", "y"] } });
  await tiny.apply();
  tiny.configure({ one: { name: "one", labels: ["y", "x"] } });
  expect(await tiny.plan()).toMatchObject({ code: 0 });
  tiny.configure({ one: { name: "one", labels: ["y", "z"] } });
  expect((await tiny.plan()).text).toContain("must be replaced");
  await tiny.apply();
  expect(tiny.cloud.log.filter((line) => !line.startsWith("configure"))).toEqual([
    "create one",
    "delete one",
    "create one",
  ]);
});

test("elements of a set are known by their content: an old one keeps what was computed for it", async () => {
  tiny.configure({ one: { name: "one", part: [{ key: "b" }, { key: "c" }] } });
  await tiny.apply();
  tiny.configure({ one: { name: "one", part: [{ key: "a" }, { key: "b" }, { key: "c" }] } });
  const planned = await tiny.plan();
  expect(planned.text).toContain('+ part { + key = "a" + token = (known after apply) }');
  expect(planned.text).not.toContain('key = "b"');
  await tiny.apply();
  expect(await tiny.plan()).toMatchObject({ code: 0 });
});

test("a default stands in for an argument that is not set", async () => {
  tiny.behaving({ defaults: { zone: "a" } });
  tiny.configure({ one: { name: "one" } });
  expect((await tiny.plan()).text).toContain('zone = "a"');
  await tiny.apply();
  expect(await tiny.plan()).toMatchObject({ code: 0 });
  expect((await tiny.things()).one.values).toMatchObject({ zone: "a" });
});

test.each([
  ["without defaults Terraform notices", {}, "Provider produced inconsistent result after apply"],
  ["with defaults the simulator does", { defaults: { zone: "a" } }, "tiny_thing broke its plan at size"],
])("a result that breaks its plan is an error: %s", async (_, changes, message) => {
  tiny.behaving({ ...changes, create: () => ({ id: "thing", size: 99 }) });
  const outcome = await tiny.configure({ one: { name: "one", size: 1 } }).apply();
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toContain(message);
});

test("ignore_changes holds on to what was created", async () => {
  const lifecycle = { ignore_changes: ["size"] };
  tiny.configure({ one: { name: "one", size: 1, lifecycle } });
  await tiny.apply();
  tiny.configure({ one: { name: "one", size: 2, lifecycle } });
  expect(await tiny.plan()).toMatchObject({ code: 0 });
});
