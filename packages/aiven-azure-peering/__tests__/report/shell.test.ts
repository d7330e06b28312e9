import { execFileSync } from "node:child_process";
import { quoted } from "../../src/report/shell";

test.each([
  "Hub-RG",
  "/subscriptions/5ab50000-0000-4000-8000-000000000001/resourceGroups/Hub",
  "network (west)",
  "it's ours",
  '$(touch /tmp/never) `id` "x" ; & | \\',
  "グループ",
  "",
])("a shell reads %j as one word", (word) => {
  expect(execFileSync("sh", ["-c", `printf '%s|' ${quoted(word)}`]).toString()).toBe(`${word}|`);
});

test("what needs no quotes has none", () => {
  expect(quoted("/subscriptions/a-b/resourceGroups/My_group.1")).toBe("/subscriptions/a-b/resourceGroups/My_group.1");
});
