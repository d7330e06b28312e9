import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const made: string[] = [];

/** A fresh folder that holds one Terraform configuration. */
export function folderWith(configuration: object): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "simulator-"));
  made.push(folder);
  configure(folder, configuration);
  return folder;
}

export function configure(folder: string, configuration: object): void {
  writeFileSync(path.join(folder, "main.tf.json"), JSON.stringify(configuration, null, 2));
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
