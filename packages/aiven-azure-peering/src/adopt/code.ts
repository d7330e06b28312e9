/** A program that is the same in every language but for its spelling; names are TypeScript's. */
export interface Program {
  /** Said above it all, a line each. */
  readonly heading: readonly string[];
  /** What is imported, by the name of its module. */
  readonly imports: readonly Import[];
  readonly statements: readonly Statement[];
}

export interface Import {
  readonly module: Module;
  readonly names: readonly string[];
}

/** A module as each language calls it. */
export interface Module {
  readonly typescript: string;
  readonly python: string;
}

export interface Statement {
  /** Whether a blank line comes before it. */
  readonly apart?: boolean;
  /** Said before it. */
  readonly comment?: string;
  /** The variable that keeps the value, in camel case. */
  readonly as?: string;
  readonly value: Expression;
}

export type Expression =
  | { readonly kind: "literal"; readonly value: string | boolean }
  /** A variable, a member of an enum, or a property of either, as it is written in TypeScript. */
  | { readonly kind: "name"; readonly name: string }
  /** A list with one struct that says nothing. */
  | { readonly kind: "emptyStructs"; readonly type: string }
  | Call;

export interface Call {
  readonly kind: "call";
  /** A class, or a function such as `Class.method` or `variable.method`. */
  readonly callee: string;
  readonly isNew: boolean;
  readonly args: readonly Expression[];
  /** Options, by their names in camel case. */
  readonly options?: Readonly<Record<string, Expression | undefined>>;
}

/** What cannot be seen, or ends a line, where it stands in code: an editor would hide it, and a comment would end at it. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/**
 * The content of a text in double quotes, in any of the languages. A `${` or `%{` in it is what it is: Terraform would take it for the
 * beginning of an expression.
 *
 * @param escaped how the language writes a character that cannot be seen, by its code point
 */
export const textIn = (value: string, escaped: (codePoint: number) => string): string =>
  value
    .replace(/[$%](?=\{)/g, "$&$&")
    .replace(/["\\]/g, "\\$&")
    .replace(UNSEEN, (each) => escaped(each.codePointAt(0) ?? 0));

/** One line of a comment, from which nothing gets out. */
export const commentIn = (text: string): string => text.replace(UNSEEN, "\ufffd");

export const literal = (value: string | boolean): Expression => ({ kind: "literal", value });
export const name = (text: string): Expression => ({ kind: "name", name: text });

export const create = (callee: string, args: readonly Expression[], options?: Call["options"]): Call => ({
  kind: "call",
  isNew: true,
  callee,
  args,
  options,
});

export const call = (callee: string, args: readonly Expression[], options?: Call["options"]): Call => ({
  kind: "call",
  isNew: false,
  callee,
  args,
  options,
});

/** The options that are given. */
export const given = ({ options = {} }: Call): [string, Expression][] =>
  Object.entries(options).filter((option): option is [string, Expression] => option[1] !== undefined);
