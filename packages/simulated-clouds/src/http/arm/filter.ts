/** What a `$filter` asks a property to be; undefined where it does not speak of it. */
export function equals(query: URLSearchParams, name: string): string | undefined {
  const match = new RegExp(`\\b${name} eq '((?:[^']|'')*)'`, "i").exec(query.get("$filter") ?? "");
  return match?.[1].replaceAll("''", "'");
}

/** The argument of a function in `$filter`, such as `assignedTo('…')`; "" where it takes none. */
export function calls(query: URLSearchParams, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\((?:'([^']*)')?\\)`, "i").exec(query.get("$filter") ?? "");
  return match ? (match[1] ?? "") : undefined;
}
