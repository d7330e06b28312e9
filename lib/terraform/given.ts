import { Token } from "cdktf";

// How a value that somebody has given is shown in a message: as what it is, on one line, and cut where nobody would read on.

/** Longer than any ARM id of a network. */
const MAX_LENGTH = 250;
const MAX_ELEMENTS = 5;

/** A value as it is shown in a message. */
export function given(value: unknown): string {
  if (typeof value === "string")
    return `"${readable(value)}"${value.length > MAX_LENGTH ? ` (${value.length} characters)` : ""}`;
  if (value === null || value === undefined || typeof value === "number" || typeof value === "boolean") {
    return Token.isUnresolved(value) ? "a token" : String(value);
  }
  if (typeof value === "bigint") return `${value}n`;
  if (Token.isUnresolved(value)) return Array.isArray(value) ? "a list" : "a token";
  if (!Array.isArray(value)) return kindOf(value);
  if (value.length === 0) return "an empty list";
  const more = value.length > MAX_ELEMENTS ? ", …" : "";
  return readable(`[${value.slice(0, MAX_ELEMENTS).map(given).join(", ")}${more}]`);
}

/** A text on one line, and cut where it is long. A text with a token is left as it is: a part of one means nothing. */
export function readable(text: string): string {
  if (Token.isUnresolved(text)) return text;
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (each) => JSON.stringify(each).slice(1, -1));
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}

/** Whether a value is one that only Terraform knows, and not by its very form a list, which is no text, number or truth value. */
export const isUnknownScalar = (value: unknown): boolean => Token.isUnresolved(value) && !Array.isArray(value);

/** Whether a value is one that only Terraform knows, and not by its very form a text or a number, which is no list. */
export const isUnknownList = (value: unknown): boolean =>
  Token.isUnresolved(value) && typeof value !== "string" && typeof value !== "number";

/** What a value is, without the value: for what may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (value === "") return '""';
  if (typeof value === "string") return "a text";
  if (Array.isArray(value)) return "a list";
  if (typeof value !== "object") return `a ${typeof value}`;
  const { name } = (Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null)?.constructor ?? {};
  return typeof name !== "string" || name === "" || name === "Object" ? "an object" : withArticle(name);
}

export const withArticle = (name: string): string => `${/^[AEIOU]/.test(name) ? "an" : "a"} ${readable(name)}`;
