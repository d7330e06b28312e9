import type { InventoryItem } from "../clouds/inventory";

/** As wide as a terminal may be, and a page that shows what it printed. */
const WIDTH = 100;

/** What exists, place by place, as lines for people. A name that is too long is cut in its middle. */
export function inventoryTable(items: readonly InventoryItem[]): string[] {
  const rows = items.map(({ place, kind, name, state = "" }) => ({
    place,
    kind: kind.replace(/^microsoft\.\w+\//i, ""),
    name,
    state,
  }));
  const longest = (key: "kind" | "name" | "state"): number => Math.max(0, ...rows.map((row) => row[key].length));
  const kinds = longest("kind");
  const names = Math.min(longest("name"), WIDTH - kinds - longest("state") - 6);
  const places = [...new Set(rows.map(({ place }) => place))].sort((one, other) => one.localeCompare(other));
  return places.flatMap((place) => [
    place,
    ...rows
      .filter((row) => row.place === place)
      .map(({ kind, name, state }) =>
        `  ${kind.padEnd(kinds)}  ${shortened(name, names).padEnd(names)}  ${state}`.trimEnd(),
      ),
  ]);
}

/** The beginning and the end of a name are what tells it from others. */
function shortened(name: string, width: number): string {
  if (name.length <= width) return name;
  const end = Math.floor((width - 1) / 2);
  return `${name.slice(0, width - 1 - end)}…${name.slice(-end)}`;
}
