import { readFileSync } from "node:fs";
import path from "node:path";
import { EXAMPLES, synthesise, synthesiseMain } from "../../tools/synthesise";
import { graphOf } from "./normalise";

/**
 * The graphs beside this file are those of the last commit before the addresses and options were renamed for 0.1.0, in today's names. What
 * Terraform did with them was seen with the real providers: only names may differ.
 */
const before = (name: string): unknown => JSON.parse(readFileSync(path.join(__dirname, `${name}.json`), "utf8"));

test("main.ts makes the graph that it made before the names were changed", () => {
  expect(graphOf(synthesiseMain())).toEqual(before("main"));
});

test.each(["pipeline-one-stack", "github-secretless"])("the example %s does too", (name) => {
  const stacks = synthesise(path.join(EXAMPLES, name));
  expect([...stacks.keys()]).toEqual(["peering"]);
  expect(graphOf(stacks.get("peering") ?? "")).toEqual(before(name));
});

describe("the comparison itself", () => {
  const text = (over: object) =>
    JSON.stringify({
      "//": { a: 1 },
      resource: { a: { x_1A2B3C4D: { "//": {}, error_message: "no", name: "aiven-0a1b2c3d", ...over } } },
    });

  test("is of all but comments, messages and suffixes", () => {
    expect(graphOf(text({ to: "${b.y_FFFFFFFF.id} (0a1b2c3d z)" }))).toEqual({
      resource: { a: { x: { name: "aiven-KEY", to: "${b.y.id} (KEY z)" } } },
    });
  });

  test.each([[{ to: "b" }], [{ to: "${b.z_FFFFFFFF.id}" }], [{ name: "another" }]])("sees what differs: %j", (over) => {
    expect(graphOf(text(over))).not.toEqual(graphOf(text({ to: "${b.y_FFFFFFFF.id}" })));
  });
});
