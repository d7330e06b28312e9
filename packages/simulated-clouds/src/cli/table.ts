import type { InventoryItem } from "../clouds/inventory";

/** What exists where, as lines for people. */
export function inventoryTable(items: readonly InventoryItem[]): string[] {
  const rows = items.map(({ place, kind, name, state }) => [
    place,
    kind.replace(/^microsoft\.\w+\//i, ""),
    name,
    state ?? "",
  ]);
  const columns = ["where", "what", "name", "state"];
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd();
  const sorted = [...rows].sort((a, b) => (a[0] ?? "").localeCompare(b[0] ?? ""));
  return [line(columns), line(widths.map((width) => "-".repeat(width))), ...sorted.map(line)];
}
