import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Assembly, assembly, undocumented } from "../../tools/assembly";
import { ROOT } from "../../tools/folder";

let api: Assembly;
beforeAll(async () => {
  api = await assembly();
});

const types = () => Object.values(api.types);

test("the public API is found, and the bindings are no part of it", () => {
  const names = types().map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["AivenAzurePeering", "AivenAzurePeeringProps", "ClientSecretSlot"]));
  expect(names).not.toContain("Pg");
});

test("every public type, member, parameter and default is documented", () => {
  expect(types().flatMap(undocumented)).toEqual([]);
});

test("no file of the library is longer than a reader takes in: some 300 lines", () => {
  const files = readdirSync(path.join(ROOT, "lib"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const long = files.flatMap((name) => {
    const lines = readFileSync(path.join(ROOT, "lib", name), "utf8")
      .trimEnd()
      .split("\n").length;
    return lines > 360 ? [`${name}: ${lines} lines`] : [];
  });
  expect(long).toEqual([]);
});
