import {
  type Call,
  commentIn,
  type Expression,
  given,
  type Import,
  type Program,
  type Statement,
  textIn,
} from "./code";

/** A line of code is broken where it would be longer. */
const WIDTH = 120;
/** So many options stand below each other. */
const FEW = 4;

/** The program in TypeScript. */
export const inTypeScript = ({ heading, imports, statements }: Program): string =>
  [
    ...heading.map((line) => `// ${commentIn(line)}`.trimEnd()),
    "",
    ...imports.map(importOf),
    "",
    ...statements.map(statementOf),
    "",
  ].join("\n");

function importOf({ module, names }: Import): string {
  const from = ` from ${JSON.stringify(module.typescript)};`;
  const line = `import { ${names.join(", ")} }${from}`;
  return line.length <= WIDTH ? line : `import {\n${names.map((each) => `  ${each},\n`).join("")}}${from}`;
}

function statementOf({ apart, comment, as, value }: Statement): string {
  const kept = as === undefined ? "" : `const ${as} = `;
  return `${apart ? "\n" : ""}${comment === undefined ? "" : `// ${commentIn(comment)}\n`}${kept}${expressionOf(value, "", kept.length + 1)};`;
}

/** @param used what stands in the line already, and what will stand behind */
function expressionOf(value: Expression, indent: string, used: number): string {
  switch (value.kind) {
    case "literal":
      return typeof value.value === "string" ? stringOf(value.value) : String(value.value);
    case "name":
      return value.name;
    case "emptyStructs":
      return "[{}]";
    case "call":
      return callOf(value, indent, used);
  }
}

const stringOf = (value: string): string => `"${textIn(value, (codePoint) => `\\u{${codePoint.toString(16)}}`)}"`;

function callOf(value: Call, indent: string, used: number): string {
  const options = given(value);
  const begin = `${value.isNew ? "new " : ""}${value.callee}(`;
  const args = (at: string, room: number): string[] => value.args.map((arg) => expressionOf(arg, at, room));
  const object = (at: string): string => {
    const deeper = `${at}  `;
    const lines = options.map(([key, option]) => {
      const line = `${deeper}${key}: ${expressionOf(option, deeper, key.length + 3)},\n`;
      return option.kind === "literal" && line.length > WIDTH + 1 ? line.replace(": ", `:\n${deeper}  `) : line;
    });
    return `{\n${lines.join("")}${at}}`;
  };
  const fits = (text: string): boolean => !text.includes("\n") && indent.length + used + text.length <= WIDTH;

  const short = options.map(([key, option]) => `${key}: ${expressionOf(option, indent, 0)}`);
  const flat = [...args(indent, 0), ...(options.length > 0 ? [`{ ${short.join(", ")} }`] : [])];
  const line = `${begin}${flat.join(", ")})`;
  if (flat.length === 0 || (fits(line) && options.length < FEW)) return line;
  const head = `${begin}${args(indent, 0).join(", ")}, {`;
  if (options.length > 0 && fits(head)) return `${begin}${[...args(indent, 0), object(indent)].join(", ")})`;
  const deeper = `${indent}  `;
  const all = [...args(deeper, 1), ...(options.length > 0 ? [object(deeper)] : [])];
  return `${begin}\n${all.map((arg) => `${deeper}${arg},\n`).join("")}${indent})`;
}
