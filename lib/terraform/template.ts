// A text in the JSON of a stack is a template to Terraform: `${` and `%{` begin what it evaluates, `$${` and `%%{` stand for themselves.
// https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping

/** A part of a template: text, or what Terraform evaluates. */
interface Part {
  readonly text: string;
  readonly isEvaluated: boolean;
}

/** The parts of a template, or undefined where a `${` or `%{` has no end. */
function partsOf(template: string): Part[] | undefined {
  const parts: Part[] = [];
  let literal = "";
  for (let at = 0; at < template.length;) {
    if (startsEscape(template, at)) {
      literal += template.slice(at, at + 3);
      at += 3;
    } else if (startsEvaluation(template, at)) {
      const end = endOfBrackets(template, at + 1);
      if (end === undefined) return undefined;
      if (literal !== "") parts.push({ text: literal, isEvaluated: false });
      parts.push({ text: template.slice(at, end), isEvaluated: true });
      literal = "";
      at = end;
    } else {
      literal += template.charAt(at);
      at += 1;
    }
  }
  if (literal !== "") parts.push({ text: literal, isEvaluated: false });
  return parts;
}

const startsEscape = (text: string, at: number): boolean => text.startsWith("$${", at) || text.startsWith("%%{", at);

const startsEvaluation = (text: string, at: number): boolean => text.startsWith("${", at) || text.startsWith("%{", at);

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]", "(": ")" };

/** Where the brackets end that begin at a place; a bracket in a text in quotes is no bracket. */
function endOfBrackets(text: string, at: number): number | undefined {
  const closing = CLOSING[text.charAt(at)];
  for (let next: number | undefined = at + 1; next !== undefined && next < text.length;) {
    const character = text.charAt(next);
    if (character === closing) return next + 1;
    if (character === '"') next = endOfQuotes(text, next);
    else if (character in CLOSING) next = endOfBrackets(text, next);
    else next += 1;
  }
  return undefined;
}

function endOfQuotes(text: string, at: number): number | undefined {
  for (let next: number | undefined = at + 1; next !== undefined && next < text.length;) {
    if (text.charAt(next) === '"') return next + 1;
    if (text.charAt(next) === "\\") next += 2;
    else if (startsEscape(text, next)) next += 3;
    else if (startsEvaluation(text, next)) next = endOfBrackets(text, next + 1);
    else next += 1;
  }
  return undefined;
}

/** Whether Terraform could read a text as a template; what is evaluated in it is left to Terraform. */
export const isTemplate = (text: string): boolean => partsOf(text) !== undefined;

/** Whether Terraform has anything to evaluate in a text. */
export const isEvaluated = (text: string): boolean => partsOf(text)?.some((part) => part.isEvaluated) ?? true;

/** Whether a text refers to anything of the configuration. What a `for` names has no period behind it in this package's expressions. */
export const isReferring = (template: string): boolean =>
  (partsOf(template) ?? []).some(({ text, isEvaluated }) => isEvaluated && refers(text.slice(2, -1)));

function refers(expression: string): boolean {
  let rest = "";
  for (let at = 0; at < expression.length;) {
    const end = expression.charAt(at) === '"' ? endOfQuotes(expression, at) : undefined;
    if (end === undefined) rest += expression.charAt(at);
    else if (isReferring(expression.slice(at + 1, end - 1))) return true;
    at = end ?? at + 1;
  }
  return /[A-Za-z_][\w-]*\.[A-Za-z_]/.test(rest);
}

/** What a text in the JSON of a stack means, as an operand of an expression. */
export function operandOf(value: unknown): string {
  if (value === undefined || value === null) return "null";
  if (Array.isArray(value)) return `[${value.map(operandOf).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value)
      .map(([key, each]) => `${operandOf(key)} = ${operandOf(each)}`)
      .join(", ")}}`;
  }
  if (typeof value !== "string") return JSON.stringify(value);
  const parts = partsOf(value) ?? [{ text: value, isEvaluated: true }];
  const [first] = parts;
  if (parts.length === 1 && first?.isEvaluated && /^\$\{(?!~)[^]*(?<!~)\}$/.test(first.text)) {
    return inParentheses(first.text.slice(2, -1).trim());
  }
  return `"${parts.map(({ text, isEvaluated }) => (isEvaluated ? text : inQuotes(text))).join("")}"`;
}

/** A reference or a call stands as it is; an operator or a condition would bind to what is beside it. */
function inParentheses(expression: string): string {
  for (let at: number | undefined = 0; at !== undefined && at < expression.length;) {
    const character = expression.charAt(at);
    if (character === '"') at = endOfQuotes(expression, at);
    else if (character in CLOSING) at = endOfBrackets(expression, at);
    else if (/[\w.:-]/.test(character) && !(at === 0 && character === "-")) at += 1;
    else return `(${expression})`;
  }
  return expression;
}

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

/** The text of a template inside of quotes in Terraform's language, which knows fewer escapes than JSON. */
const inQuotes = (text: string): string =>
  text.replace(/[\p{Cc}"\\]/gu, (each) => ESCAPES[each] ?? `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
