import type { PrivateFolder } from "../private-folder";
import type { Interruption } from "./interruption";

/** Keeps the clouds until Ctrl-C, for commands in another terminal, and says how those find them. */
export async function keepClouds(
  folder: PrivateFolder,
  env: Readonly<Record<string, string | undefined>>,
  commands: readonly string[],
  interruption: Interruption,
): Promise<void> {
  const file = folder.write("environment", exported(env));
  const lines = [`. ${file}`, ...commands].map((line) => `    ${line}`);
  console.error(
    ["", "the simulated clouds stay until you press Ctrl-C here; in another terminal:", "", ...lines].join("\n"),
  );
  await interruption.wait();
}

/** As a shell reads them. */
export const exported = (env: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(env)
    .map(([name, value = ""]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join("");
