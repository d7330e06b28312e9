import { PROBE_SCRIPT } from "../../lib/probe/script";
import { WINDOWS_PROBE_SCRIPT } from "../../lib/probe/windows-script";
import { errorsIn } from "../support/powershell";

/** A message of a step, its values replaced by `{}`. */
type Message = readonly [step: string, words: string];

/** The string literals that a text in Python begins with, which Python joins. */
const joined = (text: string): string =>
  [...(/^(?:\s*"(?:[^"\\]|\\.)*")+/.exec(text)?.[0] ?? "").matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, literal]) => literal)
    .join("");

const messagesOfLinux = (): Message[] =>
  [...PROBE_SCRIPT.matchAll(/StepFailed\("(\w+)",/g)].map((found) => [
    found[1] ?? "",
    joined(PROBE_SCRIPT.slice(found.index + found[0].length)).replace(/%[sd]/g, "{}"),
  ]);

const messagesOfWindows = (): Message[] =>
  [...WINDOWS_PROBE_SCRIPT.matchAll(/Stop-Step '(\w+)' \('((?:[^']|'')+)'/g)].map(([, step = "", words = ""]) => [
    step,
    words.replace(/''/g, "'").replace(/\{\d\}/g, "{}"),
  ]);

const numbers = (script: string, pattern: RegExp): Record<string, number> =>
  Object.fromEntries([...script.matchAll(pattern)].map(([, name = "", value]) => [name.toLowerCase(), Number(value)]));

describe("what PowerShell does on Windows is what Python does on Linux", () => {
  test("each failure has the same step and the same words", () => {
    const expected = messagesOfLinux();
    expect(expected).toHaveLength(9);
    expect(messagesOfWindows().sort()).toEqual(expected.sort());
  });

  test("each step has the same exit code", () => {
    const steps = numbers(/STEPS = \{(.*)\}/.exec(PROBE_SCRIPT)?.[1] ?? "", /"(\w+)": (\d+)/g);
    expect(Object.keys(steps)).toEqual(["resolve", "range", "route", "port", "postgresql", "tls"]);
    expect(numbers(/\$Steps = @\{(.*)\}/.exec(WINDOWS_PROBE_SCRIPT)?.[1] ?? "", /(\w+) = (\d+)/g)).toEqual(steps);
  });

  test("each attempt, answer and wait has the same time", () => {
    const times = numbers(PROBE_SCRIPT, /^([A-Z]+) = (\d+)(?: {2}#.*)?$/gm);
    expect(times).toEqual({ retry: 10, patience: 5, settling: 180 });
    expect(numbers(WINDOWS_PROBE_SCRIPT, /^\$([A-Z][a-z]+) = (\d+)(?: {2}#.*)?$/gm)).toEqual(times);
  });

  test("what it reads from its environment there are its parameters here", () => {
    const names = [...PROBE_SCRIPT.matchAll(/os\.environ\["(\w+)"\]/g)].map(([, name]) => name);
    const block = /^param\(\n([^)]*)\)/m.exec(WINDOWS_PROBE_SCRIPT)?.[1] ?? "";
    expect([...block.matchAll(/\$(\w+)/g)].map(([, name]) => name)).toEqual(names);
  });

  test("a passed probe, and how long it took, are said in the same words", () => {
    for (const words of [
      "is private: {}, in {}, answers{} over {}",
      " as PostgreSQL",
      "; waited {} s of at most {} s",
    ]) {
      expect(PROBE_SCRIPT.replace(/%[sd]/g, "{}")).toContain(words);
      expect(WINDOWS_PROBE_SCRIPT.replace(/\{\d\}/g, "{}")).toContain(words);
    }
    const keys = [...PROBE_SCRIPT.matchAll(/"(passed|step|message|waitedSeconds)":/g)].map(([, key]) => key);
    const [, fields = ""] = /\[ordered\] @\{(.*?)\} \| ConvertTo-Json/.exec(WINDOWS_PROBE_SCRIPT) ?? [];
    expect([...fields.matchAll(/(\w+) =/g)].map(([, key]) => key)).toEqual(keys);
  });
});

test("PowerShell can read it, and so can its version 5.1, which knows no operators that came later", async () => {
  expect(await errorsIn(WINDOWS_PROBE_SCRIPT)).toEqual([]);
  expect(await errorsIn("$a = $true ? 1 : 2")).not.toEqual([]);
  expect(await errorsIn("if ($true { exit 1 }")).not.toEqual([]);
  expect(WINDOWS_PROBE_SCRIPT).not.toMatch(/\?\?|\?\.|&&|\|\|/);
});

test("it changes nothing on the machine", () => {
  const commands = [...WINDOWS_PROBE_SCRIPT.matchAll(/(?<![\w'])([A-Z][A-Za-z]+-[A-Z]\w+)/g)].map(([, name]) => name);
  const own = [...WINDOWS_PROBE_SCRIPT.matchAll(/^function ([\w-]+)/gm)].map(([, name]) => name);
  expect([...new Set(commands)].filter((name) => !own.includes(name)).sort()).toEqual([
    "ConvertTo-Json",
    "ForEach-Object",
    "Select-Object",
    "Set-StrictMode",
    "Sort-Object",
    "Start-Sleep",
    "Where-Object",
  ]);
});

test("it has nothing that Terraform would take for a template or another code page for another letter, and fits", () => {
  expect(WINDOWS_PROBE_SCRIPT).not.toMatch(/[$%]\{/);
  expect(WINDOWS_PROBE_SCRIPT).toMatch(/^[\n -~]*$/);
  expect(Buffer.byteLength(WINDOWS_PROBE_SCRIPT)).toBeLessThan(16_384);
});
