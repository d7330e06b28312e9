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

/** The program in Python. */
export const inPython = ({ heading, imports, statements }: Program): string =>
  [
    ...heading.map((line) => `# ${commentIn(line)}`.trimEnd()),
    "",
    ...imports.map((each) => importOf(each, statements)),
    "",
    ...statements.map(statementOf),
    "",
  ].join("\n");

/** Structs that TypeScript writes as objects are classes here. */
function importOf({ module, names }: Import, statements: readonly Statement[]): string {
  const structs = statements.flatMap(({ value }) =>
    value.kind === "call" && names.includes(value.callee) ? given(value) : [],
  );
  const types = structs.flatMap(([, option]) => (option.kind === "emptyStructs" ? [option.type] : []));
  const all = [...names, ...types];
  const line = `from ${module.python} import ${all.join(", ")}`;
  return line.length <= WIDTH
    ? line
    : `from ${module.python} import (\n${all.map((each) => `    ${each},\n`).join("")})`;
}

function statementOf({ apart, comment, as, value }: Statement): string {
  const kept = as === undefined ? "" : `${snakeCase(as)} = `;
  return `${apart ? "\n" : ""}${comment === undefined ? "" : `# ${commentIn(comment)}\n`}${kept}${expressionOf(value, "", kept.length)}`;
}

/** @param used what stands in the line already, and what will stand behind */
function expressionOf(value: Expression, indent: string, used: number): string {
  switch (value.kind) {
    case "literal":
      return typeof value.value === "string" ? stringOf(value.value) : value.value ? "True" : "False";
    case "name":
      return nameOf(value.name);
    case "emptyStructs":
      return `[${value.type}()]`;
    case "call":
      return callOf(value, indent, used);
  }
}

const stringOf = (value: string): string =>
  `"${textIn(value, (codePoint) => `\\U${codePoint.toString(16).padStart(8, "0")}`)}"`;

function callOf(value: Call, indent: string, used: number): string {
  const args = (at: string): string[] => [
    ...value.args.map((arg) => expressionOf(arg, at, 1)),
    ...given(value).map(([key, option]) => {
      const keyword = `${snakeCase(key)}=`;
      return `${keyword}${expressionOf(option, at, keyword.length + 1)}`;
    }),
  ];
  const begin = `${nameOf(value.callee)}(`;
  const line = `${begin}${args(indent).join(", ")})`;
  if (!line.includes("\n") && indent.length + used + line.length <= WIDTH && given(value).length < FEW) return line;
  const deeper = `${indent}    `;
  return `${begin}\n${args(deeper)
    .map((arg) => `${deeper}${arg},\n`)
    .join("")}${indent})`;
}

/** Classes, and the members of enums, are called as in TypeScript; variables, methods and properties are not. */
const nameOf = (text: string): string =>
  text
    .split(".")
    .map((part) => (/^[A-Z]/.test(part) ? part : snakeCase(part)))
    .join(".");

const snakeCase = (text: string): string => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
