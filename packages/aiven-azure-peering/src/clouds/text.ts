/** Characters that move a terminal's cursor, colour it, or turn the direction of a line; line breaks too. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/**
 * A text of somebody else's, with nothing in it that a terminal acts on: white space is a space, and what cannot be seen the
 * replacement character.
 */
export const visible = (text: string): string => text.replace(/\s+/g, " ").replace(UNSEEN, "\ufffd");

/** As `visible`, but line breaks stay. */
export const visibleLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(UNSEEN, "\ufffd"))
    .join("\n");

/** JSON of somebody else's, with every text in it, and every name, made visible. Undefined for what is no JSON. */
export function parseVisible(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => {
      if (typeof value === "string") return visible(value);
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [visible(name), each as unknown]));
    });
  } catch {
    return undefined;
  }
}
