import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Settings {
  readonly backend?: Readonly<Record<string, { readonly path?: string }>>;
}

/** The JSON that was written for a stack. */
export function jsonIn(stack: string): Record<string, unknown> {
  const file = ["cdk.tf.json", "main.tf.json"].map((name) => join(stack, name)).find(existsSync);
  return file === undefined ? {} : (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>);
}

/** The addresses of the managed resources that a stack's JSON declares. */
export function declaredIn(stack: string): string[] {
  const { resource = {} } = jsonIn(stack) as { resource?: Readonly<Record<string, object>> };
  return Object.entries(resource).flatMap(([type, all]) => Object.keys(all).map((name) => `${type}.${name}`));
}

/** The `terraform` block of a stack's JSON. */
export const settingsIn = (stack: string): Settings => jsonIn(stack).terraform ?? {};

/** Where a stack keeps its state. */
export function stateFileOf(stack: string): string {
  const { backend = { local: {} } } = settingsIn(stack);
  if (!backend.local) throw new Error(`${stack} keeps its state in no file, but in ${Object.keys(backend).join(", ")}`);
  return join(stack, backend.local.path ?? "terraform.tfstate");
}
