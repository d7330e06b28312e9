import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Interruption } from "./interruption";

/** Keeps the clouds until Ctrl-C, for commands in another terminal, and says how those find them. */
export async function keepClouds(
  env: Readonly<Record<string, string | undefined>>,
  commands: readonly string[],
  interruption: Interruption,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "simulated-clouds-"));
  try {
    const file = join(folder, "environment");
    writeFileSync(file, exported(env), { mode: 0o600 });
    const lines = [`. ${file}`, ...commands].map((line) => `    ${line}`);
    console.log(
      ["", "the simulated clouds stay until you press Ctrl-C here; in another terminal:", "", ...lines].join("\n"),
    );
    await interruption.wait();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a shell reads them. */
export const exported = (env: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(env)
    .map(([name, value = ""]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join("");
