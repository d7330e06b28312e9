import { folderWith } from "./folder";
import { TinyHarness } from "./tiny-harness";
import { tinyConfig } from "./tiny-provider";

const tiny = new TinyHarness();

test("what vanished behind Terraform's back is created again", async () => {
  const folder = folderWith(tinyConfig({ one: { name: "one" } }));
  await tiny.apply(folder);
  tiny.cloud.things.clear();
  expect((await tiny.plan(folder)).text).toContain("tiny_thing.one will be created");
  await tiny.apply(folder);
  expect([...tiny.cloud.things.values()]).toMatchObject([{ name: "one" }]);
});

test("what changed behind Terraform's back is changed back", async () => {
  const folder = folderWith(tinyConfig({ one: { name: "one", size: 1 } }));
  await tiny.apply(folder);
  tiny.cloud.things.get("thing-1")!.size = 7;
  expect((await tiny.plan(folder)).text).toContain("size = 7 -> 1");
});

test("import by id; an unknown id does not exist", async () => {
  const folder = folderWith(tinyConfig({ one: { name: "one", size: 1 } }));
  await tiny.apply(folder);
  await tiny.run(folder, "state", "rm", "tiny_thing.one");
  expect((await tiny.run(folder, "import", "tiny_thing.one", "nowhere")).text).toContain(
    "Cannot import non-existent remote object",
  );
  expect(await tiny.run(folder, "import", "tiny_thing.one", "thing-1")).toMatchObject({ code: 0 });
  expect(await tiny.plan(folder)).toMatchObject({ code: 0 });
});

test("a data source that depends on what is not known yet is read at apply", async () => {
  const data = { tiny_thing: { found: { name: "${tiny_thing.one.note}" } } };
  const folder = folderWith(tinyConfig({ one: { name: "noted", size: 4 } }, { data, output: found }));
  expect((await tiny.plan(folder)).text).toContain("data.tiny_thing.found will be read during apply");
  expect(tiny.cloud.log).not.toContain("look up noted");
  expect((await tiny.apply(folder)).text).toContain("size = 4");
  expect(await tiny.plan(folder)).toMatchObject({ code: 0 });
});

const found = { size: { value: "${data.tiny_thing.found.size}" } };

test("a data source's error points at its argument", async () => {
  const folder = folderWith(tinyConfig({}, { data: { tiny_thing: { found: { name: "none" } } } }));
  expect((await tiny.plan(folder)).text).toMatch(
    /Error: no thing of that name with data.tiny_thing.found, .*\d+: "name": "none"/,
  );
});

test("each alias is an instance of its own; at plan an unknown argument arrives as unknown", async () => {
  const provider = { tiny: [{ region: "eu" }, { alias: "far", region: "${tiny_thing.one.note}" }] };
  const folder = folderWith(
    tinyConfig({ one: { name: "one" }, two: { name: "two", provider: "tiny.far" } }, { provider }),
  );
  await tiny.plan(folder);
  expect(tiny.cloud.log.sort()).toEqual(["configure eu", "configure unknown"]);
  tiny.cloud.log.length = 0;
  await tiny.apply(folder);
  const { one, two } = await tiny.state(folder);
  expect([one.values.region, two.values.region]).toEqual(["eu", "noted"]);
  expect(tiny.cloud.log.indexOf("configure noted")).toBeGreaterThan(tiny.cloud.log.indexOf("create one"));
});

test("a provider's own check of its configuration names the argument", async () => {
  const provider = { tiny: { region: "moon" } };
  const outcome = await tiny.run(folderWith(tinyConfig({ one: { name: "one" } }, { provider })), "validate");
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toMatch(
    /Error: no such region with provider\[.*example\/tiny"\], .*\d+: "region": "moon" .*try eu/,
  );
});
