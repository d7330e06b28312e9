import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import packageJson from "../../package.json";
import { EXAMPLES } from "../../tools/synthesise";

const examples = readdirSync(EXAMPLES).filter((name) => existsSync(path.join(EXAMPLES, name, "cdktf.json")));
const textOf = (name: string, file: string) => readFileSync(path.join(EXAMPLES, name, file), "utf8");
const programOf = (name: string) =>
  readdirSync(path.join(EXAMPLES, name))
    .filter((file) => /\.(ts|py)$/.test(file))
    .map((file) => textOf(name, file))
    .join("\n");

/** What a README has its reader run or paste: its code blocks and the code in its sentences. */
const codeIn = (text: string) =>
  [...text.matchAll(/```\w+\n([^]*?)```|`([^`\n]+)`/g)].map(([, block, span]) => block ?? span);

describe.each(examples)("the README of %s", (name) => {
  const readme = textOf(name, "README.md");
  const code = codeIn(readme);

  test("says what comes first in a fresh clone, before the app finds its packages", () => {
    const first = existsSync(path.join(EXAMPLES, name, "main.ts"))
      ? "npm ci && npm run build"
      : "npm ci && npm run package";
    const elsewhere = [...readme.matchAll(/\]\(\.\.\/([\w-]+)\/README\.md\) says how to install/g)].map(([, other]) =>
      textOf(other, "README.md"),
    );
    expect([readme, ...elsewhere].filter((text) => codeIn(text).some((each) => each.includes(first)))).not.toEqual([]);
  });

  test("sets no variable that the app does not read", () => {
    const program = programOf(name);
    const set = code.flatMap((each) => [...each.matchAll(/\bTF_VAR_(\w+)/g)].map(([, variable]) => variable));
    expect(set).toContain("aiven_api_token");
    expect(set.filter((variable) => !program.includes(`"${variable}"`))).toEqual([]);
    const own = code.flatMap((each) => [...each.matchAll(/\b(SSH_\w+|STATE_\w+)\b/g)].map(([variable]) => variable));
    expect(own.filter((variable) => !program.includes(variable))).toEqual([]);
  });

  test("names no script, stack, output or resource that is not there", () => {
    const scripts = code.flatMap((each) => [...each.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script]) => script));
    expect(scripts.filter((script) => !(script in packageJson.scripts))).toEqual([]);
    const named = [/cdktf\.out\/stacks\/([\w-]+)/g, /output -raw ([a-z_]+)/g, /state rm aiven_pg\.([\w-]+)/g];
    const words = code.flatMap((each) =>
      named.flatMap((pattern) => [...each.matchAll(pattern)].map(([, word]) => word)),
    );
    expect(words.filter((word) => !programOf(name).includes(`"${word}"`))).toEqual([]);
  });
});
