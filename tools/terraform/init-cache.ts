import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../folder";
import { settingsIn } from "./written";

/** What one `terraform init` wrote, by the `terraform` block that it was made for. */
const written = new Map<string, string>();

/**
 * Prepares a stack's folder for commands that need `terraform init`; `init` runs it for the first stack of its kind in this process, the
 * others get what that wrote. A stack that names no backend needs none, as its providers are served.
 */
export async function initialise(stack: string, init: () => Promise<void>): Promise<void> {
  const settings = settingsIn(stack);
  const data = join(stack, ".terraform");
  if (!settings.backend || existsSync(data)) return;
  const key = JSON.stringify(settings);
  const known = written.get(key);
  if (known !== undefined && existsSync(known)) {
    cpSync(known, data, { recursive: true });
    return;
  }
  await init();
  const copy = join(temporaryFolder("initialised"), ".terraform");
  cpSync(data, copy, { recursive: true });
  written.set(key, copy);
}
