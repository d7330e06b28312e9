import type { Values } from "../../protocol/cty";
import type { Diagnostic } from "../../protocol/diagnostics";

/** azurerm takes the letters of ASCII alone in the name of a resource group, where Azure takes those of every script. */
export function checkGroupName(config: Values, name: string): Diagnostic[] {
  const value = config[name];
  if (typeof value !== "string") return [];
  const refuse = (problem: string): Diagnostic => ({ summary: `"${name}" ${problem}`, path: [name] });
  if (value === "") return [refuse("cannot be blank")];
  return [
    ...(Buffer.byteLength(value) > 90 ? [refuse("may not exceed 90 characters in length")] : []),
    ...(value.endsWith(".") ? [refuse("may not end with a period")] : []),
    ...(/^[-\w.()]+$/.test(value)
      ? []
      : [refuse("may only contain alphanumeric characters, dash, underscores, parentheses and periods")]),
  ];
}
