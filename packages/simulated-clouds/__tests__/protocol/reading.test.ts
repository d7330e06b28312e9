import { TinyHarness } from "../support/tiny";

const tiny = new TinyHarness();

test("what vanished behind Terraform's back is created again", async () => {
  tiny.configure({ one: { name: "one" } });
  await tiny.apply();
  tiny.cloud.things.clear();
  expect((await tiny.plan()).text).toContain("tiny_thing.one will be created");
  await tiny.apply();
  expect([...tiny.cloud.things.values()]).toMatchObject([{ name: "one" }]);
});

test("what changed behind Terraform's back is changed back", async () => {
  tiny.configure({ one: { name: "one", size: 1 } });
  await tiny.apply();
  tiny.cloud.things.get("thing-1")!.size = 7;
  expect((await tiny.plan()).text).toContain("size = 7 -> 1");
});

test("import by id; an unknown id does not exist", async () => {
  tiny.configure({ one: { name: "one", size: 1 } });
  await tiny.apply();
  await tiny.terraform(["state", "rm", "tiny_thing.one"]);
  expect((await tiny.terraform(["import", "tiny_thing.one", "nowhere"])).text).toContain(
    "Cannot import non-existent remote object",
  );
  expect(await tiny.terraform(["import", "tiny_thing.one", "thing-1"])).toMatchObject({ code: 0 });
  expect(await tiny.plan()).toMatchObject({ code: 0 });
});

test("a data source that depends on what is not known yet is read at apply", async () => {
  const data = { tiny_thing: { found: { name: "${tiny_thing.one.note}" } } };
  tiny.configure({ one: { name: "noted", size: 4 } }, { data, output: found });
  expect((await tiny.plan()).text).toContain("data.tiny_thing.found will be read during apply");
  expect(tiny.cloud.log).not.toContain("look up noted");
  expect((await tiny.apply()).text).toContain("size = 4");
  expect(await tiny.plan()).toMatchObject({ code: 0 });
});

const found = { size: { value: "${data.tiny_thing.found.size}" } };

test("a data source's error points at its argument", async () => {
  tiny.configure({}, { data: { tiny_thing: { found: { name: "none" } } } });
  expect((await tiny.plan()).text).toMatch(
    /Error: no thing of that name with data.tiny_thing.found, .*\d+: "name": "none"/,
  );
});

test("each alias is an instance of its own; at plan an unknown argument arrives as unknown", async () => {
  const provider = { tiny: [{ region: "eu" }, { alias: "far", region: "${tiny_thing.one.note}" }] };
  tiny.configure({ one: { name: "one" }, two: { name: "two", provider: "tiny.far" } }, { provider });
  await tiny.plan();
  expect(tiny.cloud.log.sort()).toEqual(["configure eu", "configure unknown"]);
  tiny.cloud.log.length = 0;
  await tiny.apply();
  const { one, two } = await tiny.things();
  expect([one.values.region, two.values.region]).toEqual(["eu", "noted"]);
  expect(tiny.cloud.log.indexOf("configure noted")).toBeGreaterThan(tiny.cloud.log.indexOf("create one"));
});

test("a provider's own check of its configuration names the argument", async () => {
  const provider = { tiny: { region: "moon" } };
  const outcome = await tiny.configure({ one: { name: "one" } }, { provider }).terraform(["validate"]);
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toMatch(
    /Error: no such region with provider\[.*example\/tiny"\], .*\d+: "region": "moon" .*try eu/,
  );
});
