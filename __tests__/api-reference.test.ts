import { readFileSync } from "node:fs";
import { API_REFERENCE, renderApiReference } from "../scripts/api-reference";
import { assembly } from "../tools/assembly";

test("API.md says what the compiled library says; if not, npm run docs", async () => {
  const lines = (text: string) => text.split("\n");
  const current = lines(await renderApiReference(await assembly()));
  const committed = lines(readFileSync(API_REFERENCE, "utf8"));
  // The first line that differs says more than a difference of 200 kB.
  const at = current.findIndex((line, index) => line !== committed[index]);
  expect({ line: at + 1, text: committed[at] }).toEqual({ line: at + 1, text: current[at] });
  expect(committed).toHaveLength(current.length);
});
