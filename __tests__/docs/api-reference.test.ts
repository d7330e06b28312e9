import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { renderApiReference } from "../../scripts/api-reference";
import { API_FOLDER, pageOf } from "../../tools/api-pages";
import { assembly } from "../../tools/assembly";
import { ROOT } from "../../tools/folder";

let made: Record<string, string>;
let types: string[];
beforeAll(async () => {
  const library = await assembly();
  made = await renderApiReference(library);
  types = Object.keys(library.types);
});

const committed = (file: string) =>
  existsSync(path.join(ROOT, file)) ? readFileSync(path.join(ROOT, file), "utf8") : "";

test("API.md and its pages say what the compiled library says; if not, npm run docs", () => {
  for (const [file, text] of Object.entries(made)) {
    const [current, written] = [text, committed(file)].map((each) => each.split("\n"));
    // The first line that differs says more than a difference of a whole page.
    const at = current.findIndex((line, index) => line !== written[index]);
    expect({ file, line: at + 1, text: written[at] }).toEqual({ file, line: at + 1, text: current[at] });
    expect({ file, lines: written.length }).toEqual({ file, lines: current.length });
  }
});

test("no page is left of what is no more", () => {
  const pages = readdirSync(path.join(ROOT, API_FOLDER)).map((name) => `${API_FOLDER}/${name}`);
  expect(["API.md", ...pages].sort()).toEqual(Object.keys(made).sort());
});

test("no page is longer than a reader's patience: 100 kB", () => {
  expect(Object.entries(made).filter(([, text]) => text.length > 100_000)).toEqual([]);
});

test("every type has one place, and every link leads to one", () => {
  const idsIn = (file: string) => [...(made[file] ?? "").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  for (const type of types) {
    const pages = Object.keys(made).filter((file) => idsIn(file).includes(type));
    expect({ type, pages: pages.length }).toEqual({ type, pages: 1 });
  }
  const broken = Object.entries(made).flatMap(([file, text]) =>
    [...text.matchAll(/(?:href="|\]\()([^")#]*)#([^")]+)[")]/g)]
      .map(([, name, id]) => ({ target: name === "" ? file : path.posix.join(path.posix.dirname(file), name), id }))
      .filter(({ target, id }) => !idsIn(target).includes(id))
      .map(({ target, id }) => `${file}: ${target}#${id}`),
  );
  expect(broken).toEqual([]);
  expect(
    Object.values(made)
      .join("")
      .match(/href="/g)?.length,
  ).toBeGreaterThan(100);
});

test("a room without a page is named", () => {
  const type = { kind: "class", name: "Gate", locationInModule: { filename: "lib/gate/gate.ts" } } as const;
  expect(() => pageOf(type)).toThrow(new Error("Gate: lib/gate/gate.ts: this room has no page in tools/api-pages.ts"));
});
