import { Failure } from "../../protocol/diagnostics";
import type { Values } from "../../protocol/cty";
import { splitId } from "./client";
import { attempt, isNotFound } from "./errors";

/** How the provider's newer resources read: what is missing is dropped from the state. */
export function unlessMissing(operation: string, read: () => Values): Values | null {
  try {
    return read();
  } catch (error) {
    if (isNotFound(error)) return null;
    return attempt("failed to read resource", operation, () => {
      throw error;
    });
  }
}

/** How they delete: what is missing is deleted already. */
export function remove(operation: string, call: () => void): void {
  try {
    call();
  } catch (error) {
    if (isNotFound(error)) return;
    attempt("failed to delete resource", operation, () => {
      throw error;
    });
  }
}

/** How they are imported: by what their id is made of. */
export function importParts(id: string, names: readonly string[]): Values {
  const parts = splitId(id, names.length);
  if (parts) return { id, ...Object.fromEntries(names.map((name, index) => [name, parts[index]])) };
  const detail = `Expected import identifier with format: "${names.join("/")}". Got: "${id}"`;
  throw new Failure({ summary: "Unexpected Read Identifier", detail });
}
