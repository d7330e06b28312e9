type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The graph of a stack's JSON: what it holds but for comments (`"//"`), the words of messages, and the suffixes that follow from the ids of constructs: those of
 * logical ids (`_1A2B3C4D`), and those in the names of roles, applications and peerings (`KEY` in their place).
 */
export function graphOf(text: string): Json {
  const withoutSuffixes = JSON.stringify(withoutWords(JSON.parse(text) as Json))
    .replace(/_[0-9A-F]{8}(?![0-9A-Za-z])/g, "")
    .replace(/(\baiven-|\baiven-azure-peering |\()[0-9a-f]{8}(?![0-9a-f])/g, "$1KEY");
  return JSON.parse(withoutSuffixes) as Json;
}

function withoutWords(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "//" && key !== "error_message");
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutWords(each)]));
}
