import { readFileSync } from "node:fs";
import path from "node:path";
import { removeTemporaryFolder, ROOT, temporaryFolder } from "./folder";
import { type AppFolder, appFolder } from "./terraform/source";

/** The folder of the apps that users copy. */
export const EXAMPLES = path.join(ROOT, "examples");

/** The text of the JSON of each stack of an app of this repository, by the stack's name, in the order in which they are applied. */
export function synthesise(cwd: string, options?: AppFolder): ReadonlyMap<string, string> {
  const folder = temporaryFolder("synthesised");
  try {
    const stacks = appFolder(cwd, options)(folder);
    return new Map([...stacks].map(([name, at]) => [name, readFileSync(path.join(at, "cdk.tf.json"), "utf8")]));
  } finally {
    removeTemporaryFolder(folder);
  }
}

/** The one stack of main.ts, the app of the README's beginning. */
export const synthesiseMain = (): string => synthesise(ROOT).get("aiven-azure-peering") ?? "";
