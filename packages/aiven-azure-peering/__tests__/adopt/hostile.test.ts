import { runInNewContext } from "node:vm";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { call, literal, name, type Program } from "../../src/adopt/code";
import { inPython } from "../../src/adopt/python";
import { inTypeScript } from "../../src/adopt/typescript";

/** A program that says a text, in a comment, in its heading and as a value. */
const saying = (text: string): Program => ({
  heading: [text],
  imports: [],
  statements: [{ comment: text, value: call("say", [literal(text)]) }, { value: call("say", [name("end")]) }],
});

const HOSTILE = [
  "\nsay('x')\n",
  "\r\nsay('x')",
  "a\u2028say('x')\u2029say('x')",
  "a\vsay('x')\fsay('x')\u0085say('x')",
  '"); say("x"); ("',
  "\\",
  '\\"',
  "\u202Esay\u2066",
  "\u{e0001}\u200b\ufeff",
  "`${say('x')}`",
  "*/ say('x') /*",
  '""" + say("x") + """',
  "\u0000",
];
/** What Terraform is to read is what was said. */
const forTerraform = (text: string) => text.replace(/[$%](?=\{)/g, "$&$&");

test("whatever a text holds, it is one text in TypeScript, and a comment of one line", () => {
  const said = (text: string): unknown[] => {
    const out: unknown[] = [];
    const code = inTypeScript(saying(text));
    expect(code).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
    runInNewContext(code, { say: (value: unknown) => out.push(value), end: "end" });
    return out;
  };
  for (const text of HOSTILE) expect(said(text)).toEqual([forTerraform(text), "end"]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => expect(said(text)).toEqual([forTerraform(text), "end"])),
    { numRuns: 300 },
  );
});

test("and in Python", () => {
  const texts = [...HOSTILE, ...fc.sample(fc.string({ unit: "binary" }), 100)];
  const programs = texts.map((text) => inPython(saying(text)));
  for (const code of programs) expect(code).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
  const runner = [
    "import json, sys",
    "for program in json.load(sys.stdin):",
    "    out = []",
    "    exec(program, {'say': out.append, 'end': 'end'})",
    "    print(json.dumps(out))",
  ].join("\n");
  const lines = execFileSync("python3", ["-c", runner], { input: JSON.stringify(programs), encoding: "utf8" });
  const said = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  expect(said).toEqual(texts.map((text) => [forTerraform(text), "end"]));
});

test("an expression of Terraform in a text is none any more", () => {
  const code = inTypeScript(saying('${file("/etc/passwd")} %{ if true } $${kept}'));
  expect(code).toContain('say("$${file(\\"/etc/passwd\\")} %%{ if true } $$${kept}");');
});
