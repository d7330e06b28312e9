import { createHash } from "node:crypto";

const SUFFIX = /_[0-9A-F]{8}(?![0-9A-Fa-f-])/g;

/**
 * A stack's JSON without what may differ where two programs mean the same: the suffixes of names, the names that Azure and Entra show,
 * the metadata, and the wording of messages.
 */
function canonical(value: unknown, key = ""): unknown {
  if (typeof value === "string") {
    if (key === "error_message") return "";
    if (key === "name" || key === "display_name") return value.replace(/ ?\(.*\)$/, "").replace(/[ -][0-9a-f]{8}$/, "");
    return value.replace(SUFFIX, "");
  }
  if (Array.isArray(value)) return value.map((each) => canonical(each, key));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([name]) => name !== "//");
  return Object.fromEntries(entries.map(([name, each]) => [name.replace(SUFFIX, ""), canonical(each, name)]).sort());
}

export const canonicalJson = (json: string): string => JSON.stringify(canonical(JSON.parse(json)), undefined, 1);

/** A number that only the same JSON has. */
export const hash = (json: string): number =>
  createHash("sha256").update(canonicalJson(json)).digest().readUIntBE(0, 6);
