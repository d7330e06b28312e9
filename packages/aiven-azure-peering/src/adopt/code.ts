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
